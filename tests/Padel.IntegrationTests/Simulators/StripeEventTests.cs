using Padel.IntegrationTests.Bookings;
using Padel.Simulators.Stripe;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulated Stripe's events: signed, doubled, out of order, too old, forged.</summary>
public sealed class StripeEventTests : IAsyncLifetime
{
    private const string Secret = "whsec_padel_test";
    private StripeShop _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeShop.Open();

    public ValueTask DisposeAsync() => _stripe.DisposeAsync();

    [Theory]
    [InlineData("success", "checkout.session.completed payment_intent.succeeded")]
    [InlineData("notification-first", "payment_intent.succeeded checkout.session.completed")]
    [InlineData("no-notification", "")]
    [InlineData("failure-after-success", "checkout.session.completed payment_intent.succeeded payment_intent.payment_failed")]
    [InlineData("pending-then-success", "checkout.session.completed checkout.session.async_payment_succeeded payment_intent.succeeded")]
    [InlineData("pending-then-failure", "checkout.session.completed checkout.session.async_payment_failed")]
    [InlineData("dispute", "checkout.session.completed payment_intent.succeeded charge.dispute.created")]
    public async Task Events_come_as_chosen(string scenario, string types)
    {
        await _stripe.Paid("A1", scenario);
        await _stripe.Shop.Settle();
        string.Join(' ', Types()).ShouldBe(types);
        _stripe.Shop.Notifications.ShouldAllBe(heard => Verified(heard, Secret));
    }

    [Fact]
    public async Task A_doubled_event_keeps_its_id()
    {
        await _stripe.Paid("B1", "duplicate-notification");
        await _stripe.Shop.Settle();
        var ids = _stripe.Shop.Notifications.Select(heard => heard.Json.Text("id")).ToArray();
        (ids.Length, ids.Distinct().Count()).ShouldBe((4, 2));
    }

    [Fact]
    public async Task An_event_that_nobody_takes_is_sent_again()
    {
        _stripe.Shop.Answer = _ => (500, "");
        await _stripe.Paid("C1");
        await _stripe.Shop.Settle();
        _stripe.Shop.Notifications.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_forged_event_does_not_verify()
    {
        await _stripe.Paid("D1", "wrong-signature");
        await _stripe.Shop.Settle();
        _stripe.Shop.Notifications.ShouldNotBeEmpty();
        _stripe.Shop.Notifications.ShouldAllBe(heard => !Verified(heard, Secret));
    }

    [Fact]
    public async Task A_stale_event_verifies_but_is_old()
    {
        await _stripe.Paid("E1", "stale-timestamp");
        await _stripe.Shop.Settle();
        var heard = _stripe.Shop.Notifications.First();
        Verified(heard, Secret).ShouldBeTrue();
        (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - heard.SignedAt).ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task A_rotated_secret_gives_two_signatures_of_which_one_verifies()
    {
        await _stripe.Paid("F1", "rotated-secret");
        await _stripe.Shop.Settle();
        var heard = _stripe.Shop.Notifications.First();
        heard.Signature.Split(",v1=").Length.ShouldBe(3);
        Verified(heard, Secret).ShouldBeTrue();
    }

    [Fact]
    public async Task Refund_events_can_come_before_the_payment_is_told()
    {
        var intent = await _stripe.Paid("G1", "refund-before-success");
        await _stripe.Post("refunds", StripeShop.RefundForm(intent, 350_000));
        await _stripe.Shop.Settle();
        Types().Take(2).ShouldBe(["charge.refunded", "refund.created"]);
        Types().ShouldContain("payment_intent.succeeded");
    }

    [Fact]
    public async Task A_refund_that_fails_later_is_told()
    {
        var intent = await _stripe.Paid("H1");
        await _stripe.Shop.Settle();
        await _stripe.Shop.Control("scenarios", new { reference = "H1", scenario = "refund-pending-then-failed" });
        await _stripe.Post("refunds", StripeShop.RefundForm(intent, 100_000));
        await _stripe.Shop.Settle();
        Types().Skip(2).ShouldBe(["refund.created", "refund.failed", "refund.updated"]);
    }

    private IEnumerable<string> Types() => _stripe.Shop.Notifications.Select(heard => heard.Json.Text("type"));

    private static bool Verified(Heard heard, string secret) => heard.Signature.Contains("v1=" + StripeSignature.Digest(heard.Body, heard.SignedAt, secret));
}
