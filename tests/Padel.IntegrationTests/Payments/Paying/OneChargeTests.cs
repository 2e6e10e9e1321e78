using Padel.IntegrationTests.Bookings;

namespace Padel.IntegrationTests.Payments.Paying;

public sealed class OneChargeTests
{
    [Fact]
    public async Task Double_clicks_two_tabs_and_two_devices_make_one_attempt()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => world.Start(bookingId)));
        var payments = await Task.WhenAll(answers.Select(answer => answer.Expect(201)));

        payments.Select(payment => payment.Text("reference")).Distinct().ShouldHaveSingleItem();
        payments.ShouldAllBe(payment => payment.GetProperty("action").GetProperty("kind").GetString() == "form");
        (await world.Count("select count(*) from payments.payments where booking_id = @bookingId", new { bookingId })).ShouldBe(1);
    }

    [Fact]
    public async Task A_wallet_is_called_once_however_often_the_button_is_pressed()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => world.Start(bookingId, byPhone: true)));
        foreach (var answer in answers)
            await answer.Expect(201);

        await PayWorld.Until(async () => (await world.Checkout(bookingId)).GetProperty("payment").Text("status") == "paid");
        world.Gateway.Approvals.ShouldHaveSingleItem();
        (await world.Balance($"booking:{bookingId}")).ShouldBe(PayWorld.Price);
    }

    [Fact]
    public async Task A_retried_request_is_told_of_the_same_attempt_as_it_stands_now()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var key = PayWorld.Key();
        using var first = await world.Start(bookingId, key: key);
        var payment = await first.Expect(201);
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));

        using var again = await world.Start(bookingId, key: key);
        var same = await again.Expect(201);

        same.Text("paymentId").ShouldBe(payment.Text("paymentId"));
        same.Text("status").ShouldBe("paid");
        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
        (await world.Count("select count(*) from payments.payments where booking_id = @bookingId", new { bookingId })).ShouldBe(1);
    }

    [Fact]
    public async Task The_way_to_the_gateways_page_and_what_the_payer_typed_are_not_kept()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        await world.Started(bookingId);
        await world.Started(bookingId, byPhone: true);

        await PayWorld.Until(async () => (await world.Checkout(bookingId)).GetProperty("payment").Text("status") == "paid");
        foreach (var table in new[] { "payments", "idempotency", "gateway_messages", "outbox", "inbox", "money_tasks" })
            (await world.Count($"select count(*) from payments.{table} t where t::text ~ '987654|3001234567|\"secret\"'")).ShouldBe(0, table);
    }

    [Fact]
    public async Task Another_way_of_paying_takes_the_place_of_the_first_and_closes_its_page()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var first = await world.Started(bookingId);
        await world.Started(bookingId, "card");

        (await world.StatusOf(first)).ShouldBe("abandoned");
        (await world.Count("select count(*) from payments.payments where booking_id = @bookingId and status = 'pending'", new { bookingId })).ShouldBe(1);
        await PayWorld.Until(() => Task.FromResult(world.Gateway.Cancelled.Contains(first.Text("reference"))));
    }

    [Fact]
    public async Task Money_for_the_attempt_that_was_replaced_still_counts_and_twice_is_credit()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var first = await world.Started(bookingId);
        var second = await world.Started(bookingId, "card");
        await world.Tell(new(second.Text("reference"), "Paid", PayWorld.Price));
        await world.Tell(new(first.Text("reference"), "Paid", PayWorld.Price));

        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
        (await world.Balance($"booking:{bookingId}")).ShouldBe(PayWorld.Price);
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(PayWorld.Price);
        (await world.SettledAs(first)).ShouldBe("wallet");
    }

    [Fact]
    public async Task Somebody_elses_booking_is_not_there()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var stranger = await world.Booking.Player("Somebody Else");

        using var answer = await world.Start(bookingId, who: stranger);
        await answer.Refused(404, "request.not_found");
        using var checkout = await stranger.Get($"/api/v1/bookings/{bookingId}/checkout");
        await checkout.Refused(404, "request.not_found");
    }
}
