using Padel.IntegrationTests.Simulators;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>The hosted page, its return, and notifications of the simulated JazzCash, as our client reads them.</summary>
public sealed class JazzCashMessageTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = JazzCashWalletTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync()
    {
        _clients = await GatewayClients.Open();
        _clients.Shop.Answer = heard => _clients.Read("jazzcash", heard, Club).Reply is GatewayReply.Json reply ? (reply.Status, reply.Body) : (500, "");
    }

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Theory]
    [InlineData("card", "MPAY")]
    [InlineData("jazzcash", "MWALLET")]
    public async Task The_page_takes_our_form_and_its_signed_return_is_a_hint(string method, string type)
    {
        var order = _clients.Order(method);
        var handOver = (await _clients["jazzcash"].Start(order, Club, PayerInput.None, TestContext.Current.CancellationToken)).ShouldBeOfType<GatewayStart.HandOver>();
        handOver.Fields["pp_TxnType"].ShouldBe(type);
        handOver.Data["txnType"].ShouldBe(type);

        var inbound = await Return(order, handOver, "success");
        (inbound.Verdict, inbound.Reference).ShouldBe((InboundVerdict.Hint, order.Reference));
        inbound.Finding!.Kind.ShouldBe(FindingKind.Paid);
        inbound.Finding.Amount.ShouldBe(order.Amount);
        (await _clients["jazzcash"].Inquire(order, Club, TestContext.Current.CancellationToken)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Theory]
    [InlineData("declined-low-balance", nameof(InboundVerdict.Hint), nameof(FindingKind.Failed))]
    [InlineData("cancelled", nameof(InboundVerdict.Hint), nameof(FindingKind.Failed))]
    [InlineData("voucher", nameof(InboundVerdict.Hint), nameof(FindingKind.Pending))]
    [InlineData("unknown-code", nameof(InboundVerdict.Hint), nameof(FindingKind.Unknown))]
    [InlineData("paid-after-expiry", nameof(InboundVerdict.Hint), nameof(FindingKind.Expired))]
    [InlineData("wrong-signature", nameof(InboundVerdict.Forged), null)]
    [InlineData("amount-tampered", nameof(InboundVerdict.Forged), null)]
    public async Task A_return_says(string scenario, string verdict, string? kind)
    {
        var order = _clients.Order("card");
        var inbound = await Return(order, await Page(order), scenario);
        (inbound.Verdict.ToString(), inbound.Finding?.Kind.ToString()).ShouldBe((verdict, kind));
    }

    [Fact]
    public async Task A_return_with_another_amount_signed_rightly_tells_it()
    {
        var order = _clients.Order("card");
        (await Return(order, await Page(order), "wrong-amount")).Finding!.Amount.ShouldNotBeNull().ShouldNotBe(order.Amount);
    }

    [Fact]
    public async Task A_notification_is_verified_and_our_acknowledgement_taken()
    {
        var heard = (await Notified("success")).ShouldHaveSingleItem();
        var inbound = _clients.Read("jazzcash", heard, Club);
        (inbound.Verdict, inbound.Finding!.Kind).ShouldBe((InboundVerdict.Verified, FindingKind.Paid));
        inbound.Redacted.ShouldNotContain("pwTEST01");
    }

    [Fact]
    public async Task The_second_copy_has_the_name_of_the_first()
    {
        var copies = await Notified("duplicate-notification");
        copies.Length.ShouldBe(2);
        copies.Select(heard => _clients.Read("jazzcash", heard, Club).EventId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_forged_one_is_tried_again_in_vain()
    {
        var copies = await Notified("wrong-signature");
        copies.Length.ShouldBe(3);
        copies.ShouldAllBe(heard => _clients.Read("jazzcash", heard, Club).Verdict == InboundVerdict.Forged);
    }

    [Fact]
    public async Task A_failure_after_the_success_is_a_reason_to_ask()
    {
        var findings = (await Notified("failure-after-success")).Select(heard => _clients.Read("jazzcash", heard, Club).Finding!.Kind);
        findings.ShouldBe([FindingKind.Paid, FindingKind.Unknown]);
    }

    [Fact]
    public async Task Another_clubs_notification_is_forged_here()
    {
        var heard = (await Notified("success")).ShouldHaveSingleItem();
        var other = Club with { Credentials = new Dictionary<string, string>(Club.Credentials) { ["integritySalt"] = "another" } };
        _clients.Read("jazzcash", heard, other).Verdict.ShouldBe(InboundVerdict.Forged);
    }

    [Fact]
    public async Task A_notification_with_another_amount_tells_it()
    {
        var inbound = _clients.Read("jazzcash", (await Notified("wrong-amount")).First(), Club);
        (inbound.Verdict, inbound.Finding!.Amount).ShouldNotBe((InboundVerdict.Verified, null));
        inbound.Finding.Amount.ShouldNotBe(_clients.Order("card").Amount);
    }

    private async Task<Heard[]> Notified(string scenario)
    {
        var order = _clients.Order("card");
        await Return(order, await Page(order), scenario);
        await _clients.Shop.Settle();
        return [.. _clients.Shop.Notifications];
    }

    private async Task<GatewayStart.HandOver> Page(GatewayOrder order) =>
        (await _clients["jazzcash"].Start(order, Club, PayerInput.None, TestContext.Current.CancellationToken)).ShouldBeOfType<GatewayStart.HandOver>();

    private async Task<Inbound> Return(GatewayOrder order, GatewayStart.HandOver page, string scenario)
    {
        (await _clients.Shop.Submit(_clients.Path(page.Url), page.Fields)).ShouldContain(order.Reference);
        var back = SimulatedShop.HiddenFields(await _clients.Shop.Choose($"/jazzcash/checkout/{order.Reference}", scenario));
        return _clients.ReadReturn("jazzcash", Club, back);
    }
}
