using Padel.IntegrationTests.Bookings;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Paying;

public sealed class GatewayMessageTests
{
    [Fact]
    public async Task A_notification_confirms_the_booking_and_the_second_copy_changes_nothing()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        var paid = new FakeWallet.Said(payment.Text("reference"), "Paid", PayWorld.Price, "e1");

        (await world.Tell(paid)).ShouldBe(200);
        (await world.Tell(paid)).ShouldBe(200);
        (await world.Tell(paid with { EventId = "e2" })).ShouldBe(200);

        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
        (await world.Balance($"booking:{bookingId}")).ShouldBe(PayWorld.Price);
        (await world.Balance("gateway:jazzcash")).ShouldBe(-PayWorld.Price);
        (await world.Payment(payment)).TryGetProperty("receiptId", out _).ShouldBeTrue();
        (await world.Count("select count(*) from payments.gateway_messages where kind = 'notification' and verdict = 'verified'")).ShouldBe(3);
    }

    [Fact]
    public async Task A_failure_that_comes_after_the_success_changes_nothing()
    {
        await using var world = await PayWorld.Make();
        var payment = await world.Started(await world.Hold());
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        await world.Tell(new(payment.Text("reference"), "Failed"));
        (await world.StatusOf(payment)).ShouldBe("paid");
    }

    [Fact]
    public async Task A_success_that_comes_after_the_failure_counts()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        await world.Tell(new(payment.Text("reference"), "Failed"));
        var failed = await world.Payment(payment);
        (failed.Text("status"), failed.GetProperty("failure").Text("code")).ShouldBe(("failed", "c"));
        (await world.BookingStatus(bookingId)).ShouldBe("held"); // time to choose again

        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        (await world.StatusOf(payment)).ShouldBe("paid");
        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
    }

    [Fact]
    public async Task What_is_forged_is_stored_told_once_an_hour_and_never_believed()
    {
        await using var world = await PayWorld.Make();
        var payment = await world.Started(await world.Hold());
        var forged = new FakeWallet.Said(payment.Text("reference"), "Paid", PayWorld.Price, Signed: false);

        (await world.Tell(forged)).ShouldBe(400);
        await world.Count("update payments.money_tasks set resolved_at = created_at where kind = 'forged_message' returning 1");
        await world.Tell(forged);

        (await world.StatusOf(payment)).ShouldBe("pending");
        (await world.Count("select count(*) from payments.gateway_messages where verdict = 'forged'")).ShouldBe(2);
        (await world.Count("select count(*) from payments.money_tasks where kind = 'forged_message'")).ShouldBe(1);
        world.Server.Clock.Advance(TimeSpan.FromMinutes(61));
        await world.Tell(forged);
        (await world.Count("select count(*) from payments.money_tasks where kind = 'forged_message'")).ShouldBe(2);
    }

    [Fact]
    public async Task A_wrong_amount_signed_well_pays_nothing_and_is_a_task()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        await world.Tell(new(payment.Text("reference"), "Paid", 100));
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price, Merchant: "OTHER"));

        (await world.StatusOf(payment)).ShouldBe("pending");
        (await world.Balance($"booking:{bookingId}")).ShouldBe(0);
        (await world.Count("select count(*) from payments.money_tasks where kind = 'amount_mismatch' and resolved_at is null")).ShouldBe(1);
    }

    [Fact]
    public async Task An_unknown_reference_is_stored_and_answered()
    {
        await using var world = await PayWorld.Make();
        (await world.Tell(new("NOBODYKNOWS", "Paid", PayWorld.Price))).ShouldBe(200);
        (await world.Count("select count(*) from payments.gateway_messages where verdict = 'unknown_reference'")).ShouldBe(1);
    }

    [Fact]
    public async Task Another_clubs_notification_does_not_reach_this_payment()
    {
        await using var world = await PayWorld.Make();
        using var answer = await world.Server.Anyone.PostAsync(
            $"/gateways/jazzcash/{Guid.CreateVersion7()}/notifications", new StringContent("{}"), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(404);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var world = await PayWorld.Make();
        using var answer = await world.Server.Anyone.PostAsync($"/gateways/jazzcash/{world.Club.ClubId}/notifications",
            new ByteArrayContent(new byte[300 * 1024]), TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(413);
    }

    [Fact]
    public async Task A_return_without_a_session_asks_the_gateway_and_leads_to_the_page()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        world.Gateway.OnInquiry = FakeWallet.Paid;
        world.Server.Clock.Advance(TimeSpan.FromSeconds(5));

        foreach (var verb in new[] { HttpMethod.Post, HttpMethod.Get })
        {
            using var request = new HttpRequestMessage(verb, $"/gateways/jazzcash/{world.Club.ClubId}/returns?ref={payment.Text("reference")}");
            using var answer = await world.Server.Anyone.SendAsync(request, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBe(303);
            answer.Headers.Location!.OriginalString.ShouldBe($"/games/{bookingId}/pay?payment={payment.Text("paymentId")}"); // 303 has one
        }

        (await world.StatusOf(payment)).ShouldBe("paid");
    }

    [Fact]
    public async Task A_return_alone_never_pays()
    {
        await using var world = await PayWorld.Make();
        world.Gateway.CanInquire = false;
        var payment = await world.Started(await world.Hold());
        using var answer = await world.Server.Anyone.GetAsync(
            $"/gateways/jazzcash/{world.Club.ClubId}/returns?ref={payment.Text("reference")}", TestContext.Current.CancellationToken);
        (await world.StatusOf(payment)).ShouldBe("pending");
    }

    [Fact]
    public async Task Money_taken_back_leaves_the_booking_as_far_as_it_holds()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        await world.Tell(new(payment.Text("reference"), nameof(FindingKind.Reversed)));
        await world.Tell(new(payment.Text("reference"), nameof(FindingKind.Reversed), EventId: "again"));

        (await world.Balance($"booking:{bookingId}")).ShouldBe(0);
        (await world.Balance("gateway:jazzcash")).ShouldBe(0);
        (await world.Balance("chargebacks")).ShouldBe(0);
        (await world.BookingOf(bookingId)).GetProperty("amountPaid").GetProperty("amountMinor").GetInt64().ShouldBe(0);
        (await world.Count("select count(*) from payments.money_tasks where kind = 'payment_reversed'")).ShouldBe(1);
    }

    [Fact]
    public async Task Credit_that_was_spent_already_is_the_clubs_loss_when_it_is_taken_back()
    {
        await using var world = await PayWorld.Make();
        using var answer = await world.Player.Post(
            "/api/v1/payments", new { purpose = "top_up", clubId = world.Club.ClubId, amountMinor = 1_000_000, method = "jazzcash" }, PayWorld.Key());
        var topUp = await answer.Expect(201);
        await world.Tell(new(topUp.Text("reference"), "Paid", 1_000_000));
        await world.Hold("wallet");
        await world.Tell(new(topUp.Text("reference"), "Reversed"));

        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(0);
        (await world.Balance("chargebacks")).ShouldBe(-PayWorld.Price);
    }
}
