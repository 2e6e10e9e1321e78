using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>What becomes of a booking's money when it is cancelled, moved, played or missed: by the club's policy, over the whole product.</summary>
public sealed class ConsequenceTests(RefundFixture fixture) : IClassFixture<RefundFixture>
{
    private const long Price = 600_000;

    private readonly PadelServer _server = fixture.Server;

    [Fact]
    public async Task Cancelled_in_time_gives_everything_back_to_the_source()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked(days: 3);
        await world.PaidOnline(booking, Price);
        await world.Cancel(booking);

        await MoneyWorld.Until(async () => await world.Balance("gateway:fake") == 0);
        (await world.Held(booking)).ShouldBe(0);
        (await world.Balance("fees")).ShouldBe(0);
        await _server.EventsSettled();
        await PaymentStatus(world, booking, "refunded");
    }

    [Fact]
    public async Task Cancelled_late_keeps_the_fee_with_its_tax_and_gives_back_the_rest()
    {
        await using var own = await RefundFixture.Start();
        var world = await MoneyWorld.Make(own);
        await Tax(world, 1600);
        var booking = await world.Booked();
        await world.PaidOnline(booking, Price);
        await world.Later(TimeSpan.FromHours(5)); // 23 hours before: half
        await world.Cancel(booking);

        var fee = await FeeOf(world, booking);
        fee.ShouldBe(Price / 2);
        var tax = ((fee * 1600) + 5800) / 11600;
        await MoneyWorld.Until(async () => await world.Balance("gateway:fake") == -fee);
        (await world.Balance("tax")).ShouldBe(tax);
        (await world.Balance("fees")).ShouldBe(fee - tax);
        (await world.Held(booking)).ShouldBe(0);
        (await world.Balance("refunds-payable")).ShouldBe(0);
    }

    [Fact]
    public async Task An_unpaid_booking_cancelled_late_owes_the_fee_and_paying_it_at_the_desk_settles_that()
    {
        await using var own = await PadelServer.Start();
        var world = await MoneyWorld.Make(own);
        var booking = await world.Booked();
        await world.Later(TimeSpan.FromHours(5));
        await world.Cancel(booking);
        var fee = await FeeOf(world, booking);
        (await world.Balance($"receivable:{world.Player.UserId}")).ShouldBe(-fee);
        (await world.MoneyOf(booking)).GetProperty("feeDue").GetProperty("amountMinor").GetInt64().ShouldBe(fee);

        using var paid = await world.TakeAtDesk(booking, fee);
        await paid.Expect(201);
        await own.EventsSettled();
        (await world.Balance($"receivable:{world.Player.UserId}")).ShouldBe(0);
        (await world.Balance("fees")).ShouldBe(fee);
        (await world.Held(booking)).ShouldBe(0);
        (await world.Wallet()).ShouldBe(0);
    }

    [Fact]
    public async Task Cash_of_a_player_goes_to_the_wallet_when_the_booking_is_cancelled()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked(days: 3);
        using var taken = await world.TakeAtDesk(booking, Price);
        await taken.Expect(201);
        await _server.EventsSettled();
        await world.Cancel(booking);

        (await world.Wallet()).ShouldBe(Price);
        (await world.Balance("cash")).ShouldBe(-Price);
        (await world.MoneyOf(booking)).GetProperty("refundable").GetProperty("amountMinor").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task A_move_to_a_cheaper_time_gives_the_difference_back()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked(days: 3);
        await world.PaidOnline(booking, Price);
        await _server.EventsSettled();
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        var version = (await seen.Expect(200)).GetProperty("version").GetInt32();

        var to = new { courtId = world.Booking.Court(1).CourtId, startsAt = world.Booking.At(BookingWorld.Today.AddDays(3), "11:00"), durationMinutes = 60 };
        using var moved = await world.Player.Post($"/api/v1/bookings/{booking}/moves", to, MoneyWorld.Key(), $"\"{version}\"");
        var price = (await moved.Expect(200)).GetProperty("price").GetProperty("amountMinor").GetInt64();
        price.ShouldBeLessThan(Price);

        await MoneyWorld.Until(async () => await world.Balance("gateway:fake") == -price);
        await _server.EventsSettled();
        (await world.Held(booking)).ShouldBe(price);
        await PaymentStatus(world, booking, "paid");
    }

    [Fact]
    public async Task Money_that_comes_after_the_booking_was_cancelled_becomes_credit()
    {
        var world = await MoneyWorld.Make(_server);
        var booking = await world.Booked(days: 3);
        await world.Cancel(booking);
        await world.PaidOnline(booking, Price);
        await MoneyWorld.Until(async () => await world.Wallet() == Price);
        (await world.Held(booking)).ShouldBe(0);
    }

    [Fact]
    public async Task A_played_game_is_earned_and_a_missed_one_costs_its_fee()
    {
        await using var own = await PadelServer.Start();
        var world = await MoneyWorld.Make(own);
        await Tax(world, 500);
        var played = await world.Booked(court: 1);
        var missed = await world.Booked(court: 2);
        using var paid = await world.TakeAtDesk(played, Price);
        await paid.Expect(201);
        await own.EventsSettled();

        own.Clock.Now = world.Booking.At(BookingWorld.Today.AddDays(1), "20:30");
        await MoneyWorld.Until(async () => await world.ChargeStatus(played) == "completed");
        (await world.Balance("revenue") + await world.Balance("tax")).ShouldBe(Price);
        (await world.Balance("tax")).ShouldBe(((Price * 500) + 5250) / 10500);
        var desk = await world.Booking.Staff();
        using var marked = await desk.Post($"/api/v1/clubs/{world.Club.ClubId}/bookings/{missed}/no-show", new { reason = "Nobody came." }, MoneyWorld.Key());
        marked.IsSuccessStatusCode.ShouldBeTrue();
        await own.EventsSettled();
        var fee = await FeeOf(world, missed);
        fee.ShouldBe(Price);
        (await world.Balance($"receivable:{world.Player.UserId}")).ShouldBe(-fee);
        (await world.Held(played)).ShouldBe(0);

        using var undone = await desk.Delete($"/api/v1/clubs/{world.Club.ClubId}/bookings/{missed}/no-show?reason=They+came");
        undone.IsSuccessStatusCode.ShouldBeTrue(await undone.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await own.EventsSettled();
        (await world.Balance($"receivable:{world.Player.UserId}")).ShouldBe(0);
        (await world.Balance("fees")).ShouldBe(0);
    }

    private static async Task<long> FeeOf(MoneyWorld world, Guid bookingId)
    {
        await using var sql = await world.Server.Sql();
        return await sql.QuerySingleAsync<long>("select fee_minor from payments.charges where booking_id = @bookingId", new { bookingId });
    }

    private static async Task Tax(MoneyWorld world, int basisPoints)
    {
        await using var sql = await world.Server.Sql();
        await sql.ExecuteAsync("update payments.clubs set tax_basis_points = @basisPoints where club_id = @ClubId", new { basisPoints, world.Club.ClubId });
    }

    private static async Task PaymentStatus(MoneyWorld world, Guid bookingId, string status)
    {
        using var seen = await world.Player.Get($"/api/v1/bookings/{bookingId}");
        (await seen.Expect(200)).Text("paymentStatus").ShouldBe(status);
    }
}
