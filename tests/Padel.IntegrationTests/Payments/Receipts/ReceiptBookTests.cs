using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;
using Padel.Payments.Paying;
using Padel.Payments.Receipts;

namespace Padel.IntegrationTests.Payments.Receipts;

/// <summary>Numbers without gaps, papers that cannot be changed.</summary>
public sealed class ReceiptBookTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Numbers_have_no_gaps_whatever_is_rolled_back_meanwhile()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked();
        var issued = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Pay(world, booking, 10_000 + i, rollBack: i % 3 == 0)));

        var numbers = await Numbers(world);
        numbers.Count.ShouldBe(issued.Count(one => one));
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(number => (long)number));
        (await TestCluster.Current.LogLines("deadlock")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_club_counts_for_itself_and_credit_notes_count_too()
    {
        var world = await MoneyWorld.Make(server);
        var other = await MoneyWorld.Make(server);
        var booking = await world.Booked(days: 2);
        await world.PaidOnline(booking, 100_000);
        await other.PaidOnline(await other.Booked(days: 2), 100_000);
        using (var refund = await world.GiveBack(world.Manager, booking, 40_000, "wallet"))
            await refund.Expect(201);

        (await Numbers(world)).ShouldBe([1, 2]);
        (await Numbers(other)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_receipt_is_issued_once_however_often_it_is_asked_for()
    {
        var world = await MoneyWorld.Make(server);
        var paymentId = await world.PaidOnline(await world.Booked(days: 3), 100_000);
        var ids = await world.Work(async (transaction, now) => new[]
        {
            await ReceiptBook.ForPayment(transaction, paymentId, now), await ReceiptBook.ForPayment(transaction, paymentId, now.AddDays(1)),
        });
        ids[0].ShouldBe(ids[1]);
        (await Numbers(world)).ShouldBe([1]);
    }

    [Fact]
    public async Task The_database_lets_nobody_change_or_delete_a_receipt()
    {
        var world = await MoneyWorld.Make(server);
        await world.PaidOnline(await world.Booked(days: 4), 100_000);
        await using var sql = await server.Sql();
        foreach (var statement in new[]
        {
            "update payments.receipts set total_minor = 1", "delete from payments.receipts", "truncate payments.receipts",
        })
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => sql.ExecuteAsync(statement))).MessageText.ShouldContain("cannot be edited");
    }

    [Fact]
    public async Task A_receipt_keeps_what_it_said_when_club_and_customer_change()
    {
        var world = await MoneyWorld.Make(server);
        using (var details = await world.Player.Http.PutAsync("/api/v1/me/receipt-details",
            System.Net.Http.Json.JsonContent.Create(new { companyName = "Indus Foods", taxNumber = "1234567-8", address = " " }), TestContext.Current.CancellationToken))
            (await details.Expect(200)).TryGetProperty("address", out _).ShouldBeFalse();
        var booking = await world.Booked(days: 5);
        await world.PaidOnline(booking, 100_000);
        await using (var sql = await server.Sql())
        {
            await sql.ExecuteAsync("update payments.clubs set name = 'Renamed', legal_name = 'Other Ltd', tax_number = '9' where club_id = @ClubId", new { world.Club.ClubId });
            await sql.ExecuteAsync("delete from payments.receipt_details where player_id = @UserId", new { world.Player.UserId });
        }

        using var list = await world.Player.Get("/api/v1/me/receipts");
        var id = (await list.Expect(200)).GetProperty("items")[0].GetProperty("receiptId").GetGuid();
        using var answer = await world.Player.Get($"/api/v1/receipts/{id}");
        var receipt = await answer.Expect(200);
        receipt.GetProperty("seller").Text("name").ShouldBe(world.Club.Name);
        receipt.GetProperty("customer").Text("companyName").ShouldBe("Indus Foods");
        receipt.GetProperty("customer").Text("name").ShouldBe("Sara Ahmed");
    }

    private static async Task<bool> Pay(MoneyWorld world, Guid bookingId, long amountMinor, bool rollBack)
    {
        try
        {
            return await world.Work(async (transaction, now) =>
            {
                // Not through the booking's lock: parallel payments of a club meet at its counter.
                var payment = new Payment
                {
                    PaymentId = Guid.CreateVersion7(now), ClubId = world.Club.ClubId, PlayerId = world.Player.UserId, Purpose = "booking", BookingId = bookingId,
                    Method = "cash", Reference = AttemptReference.New(now), Currency = "PKR", AmountMinor = amountMinor, Status = PaymentStatus.Paid,
                    SettledAs = "booking", PaidAt = now, Actor = "system", CreatedAt = now,
                };
                await PaymentRows.Insert(transaction, payment);
                await ReceiptBook.ForPayment(transaction, payment.PaymentId, now);
                return rollBack ? throw new OperationCanceledException() : true;
            });
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static async Task<List<long>> Numbers(MoneyWorld world)
    {
        await using var sql = await world.Server.Sql();
        return (await sql.QueryAsync<long>("select number from payments.receipts where club_id = @ClubId order by number", new { world.Club.ClubId })).AsList();
    }
}
