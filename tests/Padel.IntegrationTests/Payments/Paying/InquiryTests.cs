using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.IntegrationTests.Bookings;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Paying;

public sealed class InquiryTests
{
    [Fact]
    public async Task A_wallet_that_waits_for_its_pin_holds_no_request()
    {
        await using var world = await PayWorld.Make();
        var pin = new TaskCompletionSource();
        world.Gateway.OnApproval = async (order, token) =>
        {
            await pin.Task.WaitAsync(token);
            return FakeWallet.Paid(order);
        };
        var bookingId = await world.Hold();

        var payment = await world.Started(bookingId, byPhone: true); // answers while nobody has typed anything
        payment.Text("status").ShouldBe("pending");
        payment.GetProperty("action").Text("kind").ShouldBe("approve_on_phone");
        (await world.Payment(payment)).GetProperty("action").Text("kind").ShouldBe("approve_on_phone");

        pin.SetResult();
        await PayWorld.Until(async () => await world.StatusOf(payment) == "paid");
        await world.Server.EventsSettled();
        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
    }

    [Fact]
    public async Task A_call_that_times_out_is_pending_and_the_inquiry_finds_the_money()
    {
        await using var world = await PayWorld.Make();
        world.Gateway.OnApproval = (_, _) => Task.FromResult(Finding.Of(FindingKind.Unknown, NoAnswer.Timeout, null));
        var payment = await world.Started(await world.Hold(), byPhone: true);
        await PayWorld.Until(() => Task.FromResult(!world.Gateway.Approvals.IsEmpty));
        (await world.StatusOf(payment)).ShouldBe("pending");

        world.Gateway.OnInquiry = FakeWallet.Paid;
        world.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await PayWorld.Until(async () => await world.StatusOf(payment) == "paid");
    }

    [Fact]
    public async Task A_client_that_stumbles_leaves_the_payment_pending()
    {
        await using var world = await PayWorld.Make();
        world.Gateway.OnApproval = (_, _) => throw new InvalidOperationException("a bug of ours");
        var payment = await world.Started(await world.Hold(), byPhone: true);
        await PayWorld.Until(async () => await world.Count("select count(*) from payments.gateway_messages where kind = 'answer'") == 1);
        (await world.StatusOf(payment)).ShouldBe("pending");
    }

    [Fact]
    public async Task When_the_process_dies_between_the_row_and_the_call_the_attempt_ends_by_itself()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId, byPhone: true);
        await PayWorld.Until(async () => await world.StatusOf(payment) == "paid");
        // As a crash leaves it: stored, committed, nobody called.
        await using (var sql = await world.Server.Sql())
            await sql.ExecuteAsync(
                """
                insert into payments.payments (payment_id, club_id, player_id, purpose, method, gateway, reference, currency, amount_minor, status, actor,
                    expires_at, next_inquiry_at, created_at, updated_at)
                select gen_random_uuid(), club_id, player_id, 'top_up', method, gateway, 'CRASHED01', currency, amount_minor, 'created', actor,
                    created_at + interval '5 minutes', created_at + interval '20 seconds', created_at, updated_at
                from payments.payments where payment_id = @paymentId
                """, new { paymentId = payment.GetProperty("paymentId").GetGuid() });
        world.Gateway.OnInquiry = _ => Finding.Of(FindingKind.NotFound, "109", null);

        world.Server.Clock.Advance(TimeSpan.FromMinutes(1));
        await PayWorld.Until(() => Task.FromResult(world.Gateway.Inquiries.Contains("CRASHED01")));
        await PayWorld.Until(async () => await world.Count("select count(*) from payments.payments where reference = 'CRASHED01' and status = 'pending'") == 1);
        world.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await PayWorld.Until(async () => await world.Count("select count(*) from payments.payments where reference = 'CRASHED01' and status = 'expired'") == 1);
    }

    [Fact]
    public async Task An_attempt_whose_time_is_over_expires_its_page_is_closed_and_late_money_books_again()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        world.Server.Clock.Advance(TimeSpan.FromMinutes(13)); // past the hold and its margin
        await PayWorld.Until(async () => await world.StatusOf(payment) == "expired");
        await PayWorld.Until(() => Task.FromResult(world.Gateway.Cancelled.Contains(payment.Text("reference"))));
        await PayWorld.Until(async () => await world.BookingStatus(bookingId) == "expired");

        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        (await world.BookingStatus(bookingId)).ShouldBe("confirmed");
        (await world.Balance($"booking:{bookingId}")).ShouldBe(PayWorld.Price);
    }

    [Fact]
    public async Task Late_money_for_a_slot_that_is_gone_becomes_credit()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold();
        var payment = await world.Started(bookingId);
        world.Server.Clock.Advance(TimeSpan.FromMinutes(13));
        await PayWorld.Until(async () => await world.BookingStatus(bookingId) == "expired");
        await world.Hold("at_club", who: await world.Booking.Player("Quicker One"));

        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price));
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(PayWorld.Price);
        (await world.Balance($"booking:{bookingId}")).ShouldBe(0);
        (await world.SettledAs(payment)).ShouldBe("wallet");
        await world.Tell(new(payment.Text("reference"), "Paid", PayWorld.Price, "again"));
        (await world.Balance($"wallet:{world.Player.UserId}")).ShouldBe(PayWorld.Price);
    }

    [Fact]
    public async Task Whoever_is_back_from_the_gateway_is_told_at_once_and_may_ask_every_two_seconds()
    {
        await using var world = await PayWorld.Make();
        var payment = await world.Started(await world.Hold());
        var path = $"/api/v1/payments/{payment.Text("paymentId")}/inquiries";
        world.Server.Clock.Advance(TimeSpan.FromSeconds(3));
        for (var again = 0; again < 3; again++)
        {
            using var asked = await world.Player.Post(path, new { });
            (await asked.Expect(202)).Text("status").ShouldBe("pending");
        }

        world.Gateway.Inquiries.ShouldHaveSingleItem();
        world.Gateway.OnInquiry = FakeWallet.Paid;
        world.Server.Clock.Advance(TimeSpan.FromSeconds(3));
        using var last = await world.Player.Post(path, new { });
        (await last.Expect(202)).Text("status").ShouldBe("paid");
    }

    [Fact]
    public async Task The_nudge_and_the_event_at_once_pay_once()
    {
        await using var world = await PayWorld.Make();
        await world.Credit(20_000);
        var bookingId = await world.Hold("wallet");
        await using var sql = await world.Server.Sql();
        var fact = System.Text.Json.JsonSerializer.Deserialize<BookingFactV1>(await sql.QuerySingleAsync<string>(
            "select data::text from payments.inbox where type like '%booking-held%' and data->>'bookingId' = @bookingId", new { bookingId = bookingId.ToString() }),
            System.Text.Json.JsonSerializerOptions.Web)!; // it was just handled
        var copy = fact with { BookingId = Guid.CreateVersion7(), Reference = "TWICE234" };
        var client = world.Server.Services.GetRequiredService<IPaymentsClient>();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.Open(copy, TestContext.Current.CancellationToken)));

        (await world.Count("select count(*) from payments.payments where booking_id = @BookingId", new { copy.BookingId })).ShouldBe(1);
        (await world.Balance($"booking:{copy.BookingId}")).ShouldBe(PayWorld.Price);
    }

    [Fact]
    public async Task The_way_for_our_own_processes_is_closed_to_everybody_else()
    {
        await using var world = await PayWorld.Make();
        using var answer = await world.Player.Post("/internal/payments/openings", new { bookingId = Guid.CreateVersion7() });
        ((int)answer.StatusCode).ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task A_transfer_says_where_to_and_what_to_write_and_ends_when_the_hold_ends()
    {
        await using var world = await PayWorld.Make();
        var bookingId = await world.Hold("bank_transfer");
        var payment = (await world.Checkout(bookingId)).GetProperty("payment");
        var transfer = payment.GetProperty("action").GetProperty("transfer");
        transfer.Text("reference").ShouldBe(payment.Text("reference"));
        var again = await world.Started(bookingId, "bank_transfer");
        again.Text("paymentId").ShouldBe(payment.Text("paymentId"));

        world.Server.Clock.Advance(TimeSpan.FromDays(1));
        await PayWorld.Until(async () => await world.StatusOf(payment) == "expired");
    }
}
