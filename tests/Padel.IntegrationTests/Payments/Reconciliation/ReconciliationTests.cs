using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Reconciliation;

/// <summary>What does not agree is repaired where that is safe, and listed where it is not. The job runs all the time; the clock decides.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private const long Price = 600_000;

    private readonly RefundFixture _fixture = new();

    private PadelServer Server => _fixture.Server;

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Money_left_on_a_booking_that_is_over_goes_back_in_the_end()
    {
        var world = await MoneyWorld.Make(Server);
        var booking = await world.Booked(days: 3);
        await world.PaidOnline(booking, Price);
        await using (var sql = await Server.Sql())
        {
            // The fact came, and its consequences did not.
            await sql.ExecuteAsync("update payments.charges set status = 'cancelled', version = version + 100 where booking_id = @booking", new { booking });
        }

        await Task.Delay(300, TestContext.Current.CancellationToken);
        (await world.Held(booking)).ShouldBe(Price);
        Server.Clock.Advance(TimeSpan.FromMinutes(31));
        await MoneyWorld.Until(async () => await world.Held(booking) == 0 && await world.Balance("gateway:fake") == 0);
    }

    [Fact]
    public async Task A_booking_that_did_not_hear_of_its_money_is_told_again()
    {
        var world = await MoneyWorld.Make(Server);
        var booking = await world.Booked(days: 3);
        var paymentId = await world.PaidOnline(booking, Price);
        await using var sql = await Server.Sql();
        await sql.ExecuteAsync("update payments.charges set status = 'held' where booking_id = @booking", new { booking });
        Server.Clock.Advance(TimeSpan.FromMinutes(3));

        await MoneyWorld.Until(async () => await sql.QuerySingleAsync<int>(
            "select count(*)::int from payments.outbox where type like '%payment-completed%' and data ->> 'paymentId' = @id", new { id = paymentId.ToString() }) > 1);
        await sql.ExecuteAsync("update payments.charges set status = 'confirmed' where booking_id = @booking", new { booking });
        await Server.EventsSettled();
        await world.Later(TimeSpan.Zero);
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        (await seen.Expect(200)).GetProperty("amountPaid").GetProperty("amountMinor").GetInt64().ShouldBe(Price);
    }

    [Fact]
    public async Task A_gateway_that_says_otherwise_is_a_task()
    {
        var world = await MoneyWorld.Make(Server);
        var booking = await world.Booked(days: 3);
        var paymentId = await world.PaidOnline(booking, Price);
        _fixture.Gateway.Say(paymentId, FindingKind.NotFound);
        await world.Later(TimeSpan.FromMinutes(61));

        await MoneyWorld.Until(async () => (await Tasks(world)).Any(task => task.GetProperty("subjectId").GetGuid() == paymentId));
        (await Tasks(world)).Single(task => task.GetProperty("subjectId").GetGuid() == paymentId).Text("kind").ShouldBe("mismatch");
        (await world.Held(booking)).ShouldBe(Price);
    }

    [Fact]
    public async Task A_payment_that_the_ledger_does_not_have_is_a_task_that_staff_resolve()
    {
        var world = await MoneyWorld.Make(Server);
        var booking = await world.Booked(days: 3);
        var paymentId = Guid.CreateVersion7();
        await using (var sql = await Server.Sql())
        {
            await sql.ExecuteAsync(
                """
                insert into payments.payments (payment_id, club_id, purpose, booking_id, method, reference, currency, amount_minor, status, settled_as, actor,
                    paid_at, created_at, updated_at)
                values (@paymentId, @ClubId, 'booking', @booking, 'cash', 'PFORGED1', 'PKR', 100, 'paid', 'booking', 'system', @now, @now, @now)
                """, new { paymentId, world.Club.ClubId, booking, now = Server.Clock.Now });
        }

        await MoneyWorld.Until(async () => (await Tasks(world)).Count(task => task.Text("kind") == "mismatch") == 2); // the payment, and its booking's sum
        var task = (await Tasks(world)).Single(task => task.GetProperty("subjectId").GetGuid() == paymentId);
        var path = $"/api/v1/clubs/{world.Club.ClubId}/money-tasks/{task.Text("taskId")}/resolutions";
        using var resolved = await world.Desk.Post(path, new { note = "Entered by hand for a test." }, MoneyWorld.Key());
        await resolved.Expect(200);
        using var again = await world.Desk.Post(path, new { note = "Entered by hand for a test." }, MoneyWorld.Key());
        await again.Expect(404);
    }

    [Fact]
    public async Task The_daily_statement_says_what_came_and_went_and_a_payout_never_exceeds_what_the_gateway_holds()
    {
        var world = await MoneyWorld.Make(Server);
        var first = await world.Booked(days: 3);
        var second = await world.Booked(court: 2, days: 3);
        await world.PaidOnline(first, Price);
        using var cash = await world.TakeAtDesk(second, Price);
        await cash.Expect(201);
        using var back = await world.GiveBack(world.Desk, second, 100_000, "cash");
        await back.Expect(201);

        using var answer = await world.Manager.Get($"/api/v1/clubs/{world.Club.ClubId}/statements/2026-12-01");
        var statement = await answer.Expect(200);
        statement.GetProperty("received").EnumerateArray().Sum(line => line.GetProperty("amount").GetProperty("amountMinor").GetInt64()).ShouldBe(2 * Price);
        var drawer = statement.GetProperty("accounts").EnumerateArray().Single(line => line.Text("account") == "cash");
        Minor(drawer, "in").ShouldBe(Price);
        Minor(drawer, "out").ShouldBe(100_000);
        Minor(drawer, "closing").ShouldBe(Price - 100_000);
        statement.GetProperty("refunded")[0].Text("destination").ShouldBe("cash");
        using var dayAfter = await world.Manager.Get($"/api/v1/clubs/{world.Club.ClubId}/statements/2026-12-02");
        Minor((await dayAfter.Expect(200)).GetProperty("accounts").EnumerateArray().Single(line => line.Text("account") == "cash"), "opening").ShouldBe(Price - 100_000);

        await Terminal(world);
    }

    private static async Task Terminal(MoneyWorld world)
    {
        var booking = await world.Booked(court: 3, days: 3);
        using var card = await world.TakeAtDesk(booking, Price, "terminal");
        await card.Expect(201);
        var path = $"/api/v1/clubs/{world.Club.ClubId}/payouts";
        using var tooMuch = await world.Manager.Post(path, new { gateway = "terminal", grossMinor = Price + 1, feeMinor = 0, bankReference = "B1" }, MoneyWorld.Key());
        await tooMuch.Refused(422, "payments.payout_too_much");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => world.Manager.Post(
            path, new { gateway = "terminal", grossMinor = Price, feeMinor = 15_000, bankReference = $"B{n}" }, MoneyWorld.Key())));
        both.Select(answer => (int)answer.StatusCode).Order().ShouldBe([201, 422]);
        (await world.Balance("terminal")).ShouldBe(0);
        (await world.Balance("bank")).ShouldBe(-(Price - 15_000));
        (await world.Balance("gateway-fees")).ShouldBe(-15_000);
        using var byDesk = await world.Desk.Post(path, new { gateway = "terminal", grossMinor = 1, feeMinor = 0, bankReference = "B3" }, MoneyWorld.Key());
        await byDesk.Expect(403);
    }

    private static long Minor(JsonElement line, string name) => line.GetProperty(name).GetProperty("amountMinor").GetInt64();

    private static async Task<List<JsonElement>> Tasks(MoneyWorld world)
    {
        using var answer = await world.Desk.Get($"/api/v1/clubs/{world.Club.ClubId}/money-tasks");
        return [.. (await answer.Expect(200)).GetProperty("items").EnumerateArray()];
    }
}
