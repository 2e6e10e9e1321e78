using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>Events of the simulated Stripe: signed, twice, out of order, stale, of a changed secret.</summary>
public sealed class StripeEventTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = StripeCheckoutTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync()
    {
        _clients = await GatewayClients.Open();
        _clients.Shop.Answer = heard => _clients.Read("stripe", heard, Club).Reply is GatewayReply.Text reply ? (reply.Status, reply.Body) : (500, "");
    }

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Theory]
    [InlineData("success")]
    [InlineData("notification-first")]
    [InlineData("rotated-secret")]
    [InlineData("bank-confirmation")]
    public async Task Both_events_of_a_success_say_paid_in_either_order(string scenario)
    {
        var (order, read) = await Heard(scenario, again: scenario == "bank-confirmation");
        read.Length.ShouldBe(2);
        read.ShouldAllBe(inbound => inbound.Verdict == InboundVerdict.Verified && inbound.Reference == order.Reference
            && inbound.Finding!.Kind == FindingKind.Paid && inbound.Finding.Amount == order.Amount);
        read.Select(inbound => inbound.Finding!.GatewayReference).Distinct().ShouldHaveSingleItem().ShouldStartWith("pi_");
    }

    [Fact]
    public async Task The_second_copy_has_the_name_of_the_first()
    {
        var (_, read) = await Heard("duplicate-notification");
        read.Length.ShouldBe(4);
        read.Select(inbound => inbound.EventId).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("wrong-signature")]
    [InlineData("stale-timestamp")]
    public async Task Wrong_and_stale_signatures_are_forged_and_sent_again_in_vain(string scenario)
    {
        var (_, read) = await Heard(scenario);
        read.Length.ShouldBe(6);
        read.ShouldAllBe(inbound => inbound.Verdict == InboundVerdict.Forged);
    }

    [Fact]
    public async Task Complete_is_not_paid_until_the_bank_says_so()
    {
        var (_, read) = await Heard("pending-then-success");
        read[0].Finding!.Kind.ShouldBe(FindingKind.Pending);
        read.Skip(1).ShouldAllBe(inbound => inbound.Finding!.Kind == FindingKind.Paid);
        read.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Complete_may_end_in_failure()
    {
        var (_, read) = await Heard("pending-then-failure");
        read.Select(inbound => inbound.Finding!.Kind).ShouldBe([FindingKind.Pending, FindingKind.Failed]);
    }

    [Fact]
    public async Task A_declined_card_leaves_the_attempt_open()
    {
        var (_, read) = await Heard("declined-low-balance");
        var finding = read.ShouldHaveSingleItem().Finding!;
        (finding.Kind, finding.Code, finding.CanRetry).ShouldBe((FindingKind.Pending, "insufficient_funds", true));
    }

    [Fact]
    public async Task A_failed_try_may_be_told_after_the_success()
    {
        var (_, read) = await Heard("failure-after-success");
        read.Select(inbound => inbound.Finding!.Kind).ShouldBe([FindingKind.Paid, FindingKind.Paid, FindingKind.Pending]);
    }

    [Fact]
    public async Task A_wrong_amount_is_told_as_it_is()
    {
        var (order, read) = await Heard("wrong-amount");
        read.ShouldAllBe(inbound => inbound.Finding!.Amount != null && inbound.Finding.Amount != order.Amount);
    }

    [Fact]
    public async Task Closing_the_page_is_told_too()
    {
        var order = await StripeCheckoutTests.Opened(_clients, _clients.Order("card"));
        await _clients["stripe"].Cancel(order, Club, TestContext.Current.CancellationToken);
        (await Read()).ShouldHaveSingleItem().Finding!.Kind.ShouldBe(FindingKind.Expired);
    }

    [Fact]
    public async Task A_dispute_names_the_intent_it_is_about()
    {
        var (_, read) = await Heard("success");
        var intent = read[0].Finding!.GatewayReference;
        var order = _clients.Shop.Notifications.First().Json.GetProperty("data").GetProperty("object").GetProperty("client_reference_id").GetString();
        await _clients.Shop.Control("orders", new { reference = order, status = "reversed", notify = true });
        var dispute = (await Read())[^1];
        (dispute.Reference, dispute.Finding!.Kind, dispute.Finding.GatewayReference, dispute.Finding.Code).ShouldBe((null, FindingKind.Disputed, intent, "needs_response"));
    }

    private async Task<(GatewayOrder Order, Inbound[] Read)> Heard(string scenario, bool again = false)
    {
        var order = await StripeCheckoutTests.Opened(_clients, _clients.Order("card"));
        var page = await StripeCheckoutTests.Choose(_clients, order, scenario);
        if (again)
            await _clients.Shop.Submit($"/stripe/c/pay/{order.Data["session"]}", new Dictionary<string, string> { ["scenario"] = scenario, ["confirmed"] = "yes" });
        page.Dispose();
        return (order, await Read());
    }

    private async Task<Inbound[]> Read()
    {
        await _clients.Shop.Settle();
        return [.. _clients.Shop.Notifications.Select(heard => _clients.Read("stripe", heard, Club))];
    }
}
