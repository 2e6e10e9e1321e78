using Dapper;
using Padel.Contracts;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using static Padel.IntegrationTests.BookingPayments.PayingWorld;

namespace Padel.IntegrationTests.BookingPayments;

/// <summary>Every step of the booking process that waits for money: what completes it, what it does when time runs out, how it makes good. A game costs 600,000.</summary>
public sealed class PaymentProcessTests : IAsyncLifetime
{
    private const long Price = 600_000;
    private PayingWorld _world = null!; // set before each test
    private Person _sara = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _world = await Make();
        _sara = await _world.World.Player();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_booking_paid_online_is_held_opened_and_confirmed_by_its_payment()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        Money(booking).ShouldBe("held unpaid 0 600000");
        booking.GetProperty("nextAction").Text("kind").ShouldBe("pay");
        booking.GetProperty("nextAction").Text("url").ShouldBe($"/games/{booking.Text("bookingId")}/pay");
        booking.Text("holdExpiresAt").ShouldBe("2026-12-01T10:10:00Z");
        var opened = _world.Opened.ShouldHaveSingleItem();
        (opened.PayNowMinor, opened.PriceMinor, opened.Version, opened.Status).ShouldBe((Price, Price, 1, "held"));

        var payment = Guid.CreateVersion7();
        await _world.Tell(EventTypes.Payments.Started, booking, Price, payment);
        Money(await _world.See(_sara, booking)).ShouldBe("held pending 0 600000");
        await _world.Paid(booking, Price, payment);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        (await _world.Told(booking)).ShouldBe("booking-held booking-confirmed");
        await using var sql = await _world.Server.Sql();
        (await sql.QuerySingleAsync<string>(
            "select data->>'paidMinor' || ' ' || (data->>'version') from booking.outbox where type like '%booking-confirmed%'")).ShouldBe("600000 2");
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(11)); // the hold's time passes, the booking stays
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
    }

    [Fact]
    public async Task A_booking_paid_at_the_club_calls_nobody()
    {
        (await _world.Book(_sara, 1, "20:00", "at_club")).Text("status").ShouldBe("confirmed");
        _world.Opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_request_opens_its_payment_once()
    {
        for (var n = 0; n < 2; n++)
        {
            using var answer = await BookingWorld.Book(_sara, _world.World.Court(1), _world.World.At(BookingWorld.Today, "20:00"), key: "same", payWith: "card");
            await answer.Expect(201);
        }

        _world.Opened.Count.ShouldBe(1);
    }

    [Fact]
    public async Task When_payments_is_away_the_booking_is_held_all_the_same_and_the_event_tells_it()
    {
        _world.WhenOpening = _ => throw new TimeoutException("away");
        var booking = await _world.Book(_sara, 1, "20:00");
        booking.Text("status").ShouldBe("held");
        await using var sql = await _world.Server.Sql();
        await _world.Server.EventsSettled();
        (await sql.QuerySingleAsync<long>("select (data->>'payNowMinor')::bigint from payments.inbox where type like '%booking-held%'")).ShouldBe(Price);
    }

    [Fact]
    public async Task A_failed_payment_keeps_the_hold_and_another_try_confirms()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        await _world.Tell(EventTypes.Payments.Failed, booking, Price, Guid.CreateVersion7());
        Money(await _world.See(_sara, booking)).ShouldBe("held failed 0 600000");
        using (var taken = await BookingWorld.Book(await _world.World.Player(), _world.World.Court(1), _world.World.At(BookingWorld.Today, "20:00")))
            await taken.Refused(409, "booking.slot_taken");
        await _world.Paid(booking, Price);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
    }

    [Fact]
    public async Task A_hold_nobody_pays_for_lapses_is_told_and_frees_the_court()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.Until(booking, "expired");
        (await _world.Told(booking)).ShouldBe("booking-held booking-expired");
        await _world.Book(await _world.World.Player(), 1, "20:00");
    }

    [Fact]
    public async Task A_payment_after_the_hold_books_again_where_the_court_is_free()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.Until(booking, "expired");
        await _world.Paid(booking, Price);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        (await _world.Told(booking)).ShouldBe("booking-held booking-expired booking-confirmed");
        using var taken = await BookingWorld.Book(await _world.World.Player(), _world.World.Court(1), _world.World.At(BookingWorld.Today, "20:00"));
        await taken.Refused(409, "booking.slot_taken");
        (await _world.World.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task A_payment_after_the_hold_is_not_needed_where_somebody_else_has_the_court()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(10));
        await _world.Until(booking, "expired");
        await _world.Book(await _world.World.Player(), 1, "20:00", "at_club");
        await _world.Paid(booking, Price);
        Money(await _world.See(_sara, booking)).ShouldBe("expired unpaid 0 0");
        (await _world.NotNeeded(booking)).ShouldBe(["600000 slot_gone"]);
        (await _world.World.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task A_payment_after_the_start_is_not_needed()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        _world.Server.Clock.Now = _world.World.At(BookingWorld.Today, "20:00");
        await _world.Until(booking, "expired");
        await _world.Paid(booking, Price);
        (await _world.NotNeeded(booking)).ShouldBe(["600000 begun"]);
        Money(await _world.See(_sara, booking)).ShouldBe("expired unpaid 0 0");
    }

    [Fact]
    public async Task A_payment_for_a_cancelled_hold_is_not_needed_for_a_hold_costs_nothing()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        using (var answer = await _sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            await answer.Expect(200);
        await _world.Paid(booking, Price);
        (await _world.NotNeeded(booking)).ShouldBe(["600000 cancelled"]);
        Money(await _world.See(_sara, booking)).ShouldBe("cancelled unpaid 0 0");
    }

    [Fact]
    public async Task A_payment_for_a_booking_cancelled_late_covers_its_fee_and_the_rest_is_not_needed()
    {
        var booking = await _world.Book(_sara, 1, "22:00", "at_club"); // seven hours ahead: half the price after the grace
        _world.Server.Clock.Advance(TimeSpan.FromMinutes(60.5)); // 16:00:30
        using (var answer = await (await _world.Again(_sara)).Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            Minor(await answer.Expect(200), "feeDue").ShouldBe(Price);
        await _world.Paid(booking, Price + 50_000);
        (await _world.NotNeeded(booking)).ShouldBe(["50000 cancelled"]);
        var seen = await _world.See(_sara, booking);
        seen.TryGetProperty("feeDue", out _).ShouldBeFalse();
        Money(seen).ShouldBe("cancelled paid 600000 0");
    }

    [Fact]
    public async Task Two_payments_for_one_booking_leave_the_second_not_needed()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        await _world.Tell([
            (EventTypes.Payments.Completed, _world.FactOf(booking, Price, Guid.CreateVersion7())),
            (EventTypes.Payments.Completed, _world.FactOf(booking, Price, Guid.CreateVersion7()))]);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        (await _world.NotNeeded(booking)).ShouldBe(["600000 already_paid"]);
        (await _world.Told(booking)).Split(' ').Count(type => type == "booking-confirmed").ShouldBe(1);
    }

    [Fact]
    public async Task The_same_payment_told_twice_counts_once()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        var payment = await _world.Paid(booking, Price);
        await _world.Paid(booking, Price, payment);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        (await _world.NotNeeded(booking)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deposit_confirms_and_the_rest_is_due_at_the_desk()
    {
        await using (var sql = await _world.Server.Sql())
            await sql.ExecuteAsync("update booking.clubs set deposit_percent = 30, version = version + 1");
        _world.Server.Clock.Advance(TimeSpan.FromSeconds(1)); // the club's copy in memory is older than it may be
        var booking = await _world.Book(await _world.Again(_sara), 1, "20:00");
        _world.Opened.Last().PayNowMinor.ShouldBe(180_000);
        await _world.Paid(booking, 180_000);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed partly_paid 180000 420000");
        await _world.Paid(booking, 500_000);
        Money(await _world.See(_sara, booking)).ShouldBe("confirmed paid 600000 0");
        (await _world.NotNeeded(booking)).ShouldBe(["80000 already_paid"]);
    }

    [Fact]
    public async Task A_bank_transfer_holds_the_court_for_hours_but_not_past_its_cut_off()
    {
        var late = await _world.Book(_sara, 1, "22:00", "bank_transfer");
        late.GetProperty("nextAction").Text("kind").ShouldBe("await_transfer");
        late.Text("holdExpiresAt").ShouldBe("2026-12-01T14:00:00Z"); // four hours
        var soon = await _world.Book(_sara, 2, "20:00", "bank_transfer");
        soon.Text("holdExpiresAt").ShouldBe("2026-12-01T13:00:00Z"); // two hours before the start
        using (var refused = await BookingWorld.Book(_sara, _world.World.Court(3), _world.World.At(BookingWorld.Today, "17:00"), payWith: "bank_transfer"))
            await refused.Refused(422, "booking.too_late_for_transfer");

        _world.Server.Clock.Now = _world.World.At(BookingWorld.Today, "18:00");
        await _world.Until(soon, "expired");
        await _world.Book(await _world.World.Player(), 2, "20:00");
        await _world.Paid(late, Price);
        Money(await _world.See(_sara, late)).ShouldBe("confirmed paid 600000 0");
    }

    [Fact]
    public async Task Money_taken_back_and_given_back_is_due_again_in_whatever_order_it_is_told()
    {
        var (one, two) = (await _world.Book(_sara, 1, "20:00"), await _world.Book(_sara, 2, "20:00"));
        var (first, second) = (await _world.Paid(one, Price), Guid.CreateVersion7());
        await _world.Tell(EventTypes.Payments.Reversed, one, Price, first);
        Money(await _world.See(_sara, one)).ShouldBe("confirmed unpaid 0 600000");

        await _world.Refunded(two, 200_000, second);
        await _world.Paid(two, Price, second);
        var seen = await _world.See(_sara, two);
        (Minor(seen, "amountPaid"), Minor(seen, "amountDue"), seen.Text("paymentStatus")).ShouldBe((400_000, 200_000, "partly_refunded"));
        await _world.Refunded(one, 1, first); // never below nothing
        Minor(await _world.See(_sara, one), "amountPaid").ShouldBe(0);
    }

    [Fact]
    public async Task A_paid_booking_cancelled_in_time_is_refunded_and_says_so()
    {
        var booking = await _world.Book(_sara, 1, "20:00");
        var payment = await _world.Paid(booking, Price);
        var seen = await _world.See(_sara, booking);
        Minor(seen.GetProperty("cancellationTerms"), "refundNow").ShouldBe(Price); // within the grace
        using (var answer = await _sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            Money(await answer.Expect(200)).ShouldBe("cancelled paid 600000 0");
        await _world.Refunded(booking, Price, payment);
        Money(await _world.See(_sara, booking)).ShouldBe("cancelled refunded 0 0");
    }
}
