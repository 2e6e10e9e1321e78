using System.Net;
using System.Text;
using Padel.IntegrationTests.Bookings;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulated Stripe does each thing the real one is known to do, over HTTP: sessions, errors, idempotency, the page.</summary>
public sealed class StripeSimulatorTests : IAsyncLifetime
{
    private StripeShop _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeShop.Open();

    public ValueTask DisposeAsync() => _stripe.DisposeAsync();

    [Fact]
    public async Task A_session_is_paid_on_its_page_and_says_so()
    {
        var session = await _stripe.Session("A1");
        (session.Text("status"), session.Text("payment_status")).ShouldBe(("open", "unpaid"));

        (await _stripe.Choose(session, "success")).ToString().ShouldStartWith(_stripe.Shop.ReturnUrl);

        var paid = await _stripe.Get($"checkout/sessions/{session.Text("id")}");
        (paid.Text("status"), paid.Text("payment_status")).ShouldBe(("complete", "paid"));
        (await _stripe.Get($"payment_intents/{paid.Text("payment_intent")}")).Text("status").ShouldBe("succeeded");
    }

    [Fact]
    public async Task A_body_that_is_no_form_and_an_unknown_parameter_are_refused()
    {
        var json = await _stripe.Post("checkout/sessions", new StringContent("{}", Encoding.UTF8, "application/json"));
        json.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var unknown = await _stripe.Post("checkout/sessions", _stripe.SessionForm("B1").With("colour", "red"));
        unknown.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = (await StripeShop.Read(unknown)).GetProperty("error");
        (error.Text("type"), error.Text("param")).ShouldBe(("invalid_request_error", "colour"));
    }

    [Fact]
    public async Task A_wrong_key_is_refused() =>
        (await _stripe.Post("checkout/sessions", _stripe.SessionForm("C1"), apiKey: "sk_test_other")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_same_idempotency_key_gives_the_first_answer_again_and_refuses_other_parameters()
    {
        var first = await StripeShop.Read(await _stripe.Post("checkout/sessions", _stripe.SessionForm("D1"), key: "k1"));
        var again = await _stripe.Post("checkout/sessions", _stripe.SessionForm("D1"), key: "k1");
        again.Headers.Contains("Idempotent-Replayed").ShouldBeTrue();
        (await StripeShop.Read(again)).Text("id").ShouldBe(first.Text("id"));
        var other = await _stripe.Post("checkout/sessions", _stripe.SessionForm("D2"), key: "k1");
        other.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StripeShop.Read(other)).GetProperty("error").Text("type").ShouldBe("idempotency_error");
    }

    [Fact]
    public async Task A_second_call_under_a_key_while_the_first_still_runs_is_a_conflict()
    {
        var intent = await _stripe.Paid("E1");
        await _stripe.Shop.Control("scenarios", new { reference = "E1", scenario = "refund-timeout" });
        var both = await Task.WhenAll(_stripe.Post("refunds", StripeShop.RefundForm(intent, 100), key: "k2"), _stripe.Post("refunds", StripeShop.RefundForm(intent, 100), key: "k2"));
        both.Select(answer => answer.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
    }

    [Fact]
    public async Task An_open_session_can_be_closed_and_a_paid_one_cannot()
    {
        var open = await _stripe.Session("F1");
        (await _stripe.Post($"checkout/sessions/{open.Text("id")}/expire", [])).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _stripe.Shop.Text(new Uri(open.Text("url")).AbsolutePath)).ShouldContain("over");
        await _stripe.Shop.Control("scenarios", new { reference = "F2", scenario = "paid-after-expiry" });
        var raced = await _stripe.Session("F2");
        (await _stripe.Post($"checkout/sessions/{raced.Text("id")}/expire", [])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await _stripe.Get($"checkout/sessions/{raced.Text("id")}")).Text("payment_status").ShouldBe("paid");
    }

    [Fact]
    public async Task A_session_may_not_end_in_less_than_thirty_minutes()
    {
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(10).ToUnixTimeSeconds();
        var answer = await _stripe.Post("checkout/sessions", _stripe.SessionForm("G1").With("expires_at", $"{soon}"));
        (await StripeShop.Read(answer)).GetProperty("error").Text("param").ShouldBe("expires_at");
    }

    [Theory]
    [InlineData("declined-low-balance", "insufficient_funds")]
    [InlineData("expired-card", "expired_card")]
    [InlineData("incorrect-cvc", "incorrect_cvc")]
    public async Task A_declined_card_leaves_the_page_open_for_another_one(string scenario, string decline)
    {
        var session = await _stripe.Session("H1");
        (await _stripe.Page(session, scenario)).ShouldContain("declined");
        var open = await _stripe.Get($"checkout/sessions/{session.Text("id")}");
        open.Text("status").ShouldBe("open");
        var intent = await _stripe.Get("payment_intents/pi" + session.Text("id")[2..]);
        intent.GetProperty("last_payment_error").Text("decline_code").ShouldBe(decline);
        await _stripe.Choose(session, "success");
    }

    [Fact]
    public async Task A_bank_may_want_to_ask_the_payer_first()
    {
        var session = await _stripe.Session("I1");
        (await _stripe.Page(session, "bank-confirmation")).ShouldContain("is it you");
        (await _stripe.Get("payment_intents/pi" + session.Text("id")[2..])).Text("status").ShouldBe("requires_action");
        await _stripe.Shop.Location($"/stripe/c/pay/{session.Text("id")}", new() { ["scenario"] = "bank-confirmation", ["confirmed"] = "yes" });
        (await _stripe.Get($"checkout/sessions/{session.Text("id")}")).Text("payment_status").ShouldBe("paid");
    }

    [Fact]
    public async Task Refunds_stop_at_what_was_paid()
    {
        var intent = await _stripe.Paid("J1");
        (await StripeShop.Read(await _stripe.Post("refunds", StripeShop.RefundForm(intent, 100_000)))).Text("status").ShouldBe("succeeded");
        var over = await _stripe.Post("refunds", StripeShop.RefundForm(intent, 300_000));
        over.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await StripeShop.Read(await _stripe.Post("refunds", StripeShop.RefundForm(intent, 250_000)))).Text("status").ShouldBe("succeeded");
        (await StripeShop.Read(await _stripe.Post("refunds", StripeShop.RefundForm(intent, 1)))).GetProperty("error").Text("code").ShouldBe("charge_already_refunded");
    }

    [Fact]
    public async Task A_refund_can_be_pending_and_then_fail()
    {
        var intent = await _stripe.Paid("K1");
        await _stripe.Shop.Control("scenarios", new { reference = "K1", scenario = "refund-pending-then-failed" });
        var refund = await StripeShop.Read(await _stripe.Post("refunds", StripeShop.RefundForm(intent, 100_000)));
        refund.Text("status").ShouldBe("pending");
        await _stripe.Shop.Settle();
        (await _stripe.Get($"refunds/{refund.Text("id")}")).Text("status").ShouldBe("failed");
    }

    [Fact]
    public async Task A_failure_says_now_and_then_that_trying_again_makes_sense()
    {
        await _stripe.Shop.Control("faults", new { vendor = "stripe", call = "session", kind = "5xx", times = 4 });
        var hints = new List<bool>();
        for (var i = 0; i < 4; i++)
        {
            var answer = await _stripe.Post("checkout/sessions", _stripe.SessionForm("L1"));
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            hints.Add(answer.Headers.Contains("Stripe-Should-Retry"));
        }

        hints.ShouldContain(true);
        hints.ShouldContain(false);
    }
}
