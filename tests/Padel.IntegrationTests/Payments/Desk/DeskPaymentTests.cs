using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;

namespace Padel.IntegrationTests.Payments.Desk;

/// <summary>Cash and cards at the desk.</summary>
public sealed class DeskPaymentTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task Cash_at_the_desk_pays_a_booking_and_lands_in_the_drawer()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked();
        var price = (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64();

        using var answer = await world.TakeAtDesk(booking, price);
        var payment = await answer.Expect(201);
        payment.Text("status").ShouldBe("paid");
        payment.Text("settledAs").ShouldBe("booking");
        payment.TryGetProperty("receiptId", out _).ShouldBeTrue();

        await server.EventsSettled();
        (await world.Balance("cash")).ShouldBe(-price);
        (await world.Held(booking)).ShouldBe(price);
        (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64().ShouldBe(0);
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        (await seen.Expect(200)).Text("paymentStatus").ShouldBe("paid");
    }

    [Fact]
    public async Task A_part_may_be_paid_and_never_more_than_is_due()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked(court: 2);
        var price = (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64();

        using var part = await world.TakeAtDesk(booking, 100_000, "terminal");
        await part.Expect(201);
        using var tooMuch = await world.TakeAtDesk(booking, price);
        var refused = await tooMuch.Refused(422, "payments.more_than_due");
        refused.GetProperty("due").GetProperty("amountMinor").GetInt64().ShouldBe(price - 100_000);
        using var rest = await world.TakeAtDesk(booking, price - 100_000);
        await rest.Expect(201);
        using var nothing = await world.TakeAtDesk(booking, 1);
        await nothing.Refused(422, "payments.nothing_due");
        (await world.Balance("terminal")).ShouldBe(-100_000);
    }

    [Fact]
    public async Task A_double_click_takes_the_money_once()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked(court: 3);
        var key = MoneyWorld.Key();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.TakeAtDesk(booking, 100_000, key: key)));

        (await Task.WhenAll(answers.Select(async answer => (await answer.Expect(201)).Text("paymentId")))).Distinct().ShouldHaveSingleItem();
        (await world.Held(booking)).ShouldBe(100_000);
    }

    [Fact]
    public async Task A_mistake_is_taken_back_by_a_manager_and_the_booking_owes_again()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked(court: 1, clock: "21:00");
        var price = (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64();
        using var taken = await world.TakeAtDesk(booking, price, "terminal");
        var paymentId = (await taken.Expect(201)).Text("paymentId");
        await server.EventsSettled();

        var path = $"/api/v1/clubs/{world.Club.ClubId}/payments/{paymentId}/reversals";
        using var notAllowed = await world.Desk.Post(path, new { reason = "Wrong booking." }, MoneyWorld.Key());
        await notAllowed.Expect(403);
        using var reversed = await world.Manager.Post(path, new { reason = "Wrong booking." }, MoneyWorld.Key());
        (await reversed.Expect(201)).Text("status").ShouldBe("done");

        await server.EventsSettled();
        (await world.Balance("terminal")).ShouldBe(0);
        (await world.Held(booking)).ShouldBe(0);
        (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64().ShouldBe(price);
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        (await seen.Expect(200)).GetProperty("amountDue").GetProperty("amountMinor").GetInt64().ShouldBe(price);
    }

    [Fact]
    public async Task What_is_paid_after_the_game_is_earned_at_once()
    {
        await using var own = await PadelServer.Start();
        var world = await MoneyWorld.Make(own);
        var booking = await world.Booked(court: 2, clock: "21:00");
        var price = (await world.MoneyOf(booking)).GetProperty("due").GetProperty("amountMinor").GetInt64();
        own.Clock.Now = world.Booking.At(BookingWorld.Today.AddDays(1), "22:30");
        await MoneyWorld.Until(async () => await world.ChargeStatus(booking) == "completed");

        var late = await world.Booking.Staff(); // tokens of yesterday have ended
        using var answer = await late.Post(
            $"/api/v1/clubs/{world.Club.ClubId}/bookings/{booking}/desk-payments", new { method = "cash", amountMinor = price }, MoneyWorld.Key());
        await answer.Expect(201);

        (await world.Held(booking)).ShouldBe(0);
        (await world.Balance("revenue") + await world.Balance("tax")).ShouldBe(price);
    }

    [Fact]
    public async Task Another_clubs_desk_sees_and_takes_nothing()
    {
        var world = await MoneyWorld.Make(server);
        var booking = await world.Booked(court: 3, clock: "21:00");
        var other = await MoneyWorld.Make(server);
        using var seen = await other.Desk.Get($"/api/v1/clubs/{other.Club.ClubId}/bookings/{booking}/money");
        await seen.Expect(404);
        using var taken = await other.TakeAtDesk(booking, 100);
        await taken.Expect(404);
    }
}
