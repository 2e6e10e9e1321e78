using Padel.IntegrationTests.Simulators;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>Token, page, return and notifications of the simulated PayFast, as our client makes and reads them.</summary>
public sealed class PayFastContractTests : IAsyncLifetime
{
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly GatewayAccount Club = GatewayClients.Account(
        ("merchantId", "14833"), ("securedKey", "secured-key-TEST"), ("merchantName", "Margalla Padel Club"));

    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Fact]
    public async Task The_page_opens_with_our_token_and_its_signed_return_is_a_hint()
    {
        var order = _clients.Order("card");
        var inbound = await Return(order, await Page(order), "success");
        (inbound.Verdict, inbound.Reference).ShouldBe((InboundVerdict.Hint, order.Reference));
        (inbound.Finding!.Kind, inbound.Finding.Amount).ShouldBe((FindingKind.Paid, order.Amount));
    }

    [Theory]
    [InlineData("declined-low-balance", nameof(FindingKind.Failed))]
    [InlineData("cancelled", nameof(FindingKind.Failed))]
    [InlineData("unknown-account", nameof(FindingKind.Failed))]
    [InlineData("pending-then-success", nameof(FindingKind.Pending))]
    [InlineData("unknown-code", nameof(FindingKind.Unknown))]
    public async Task A_return_says(string scenario, string kind)
    {
        var order = _clients.Order("card");
        (await Return(order, await Page(order), scenario)).Finding!.Kind.ToString().ShouldBe(kind);
    }

    [Theory]
    [InlineData("success", 1)]
    [InlineData("notification-first", 1)]
    [InlineData("duplicate-notification", 2)]
    [InlineData("no-notification", 0)]
    public async Task Notifications_are_verified_and_the_second_copy_has_the_name_of_the_first(string scenario, int copies)
    {
        var read = await Notified(scenario);
        read.Length.ShouldBe(copies);
        read.ShouldAllBe(inbound => inbound.Verdict == InboundVerdict.Verified && inbound.Finding!.Kind == FindingKind.Paid);
        read.Select(inbound => inbound.EventId).Distinct().Count().ShouldBe(Math.Min(copies, 1));
    }

    [Fact]
    public async Task A_wrong_hash_is_forged() => (await Notified("wrong-signature")).ShouldAllBe(inbound => inbound.Verdict == InboundVerdict.Forged);

    [Fact]
    public async Task A_wrong_amount_under_the_right_hash_is_told_as_it_is()
    {
        var read = await Notified("wrong-amount");
        read.ShouldNotBeEmpty();
        read.ShouldAllBe(inbound => inbound.Finding!.Amount != null && inbound.Finding.Amount != _clients.Order("card", 3500).Amount);
    }

    [Fact]
    public async Task A_failure_may_follow_the_success() =>
        (await Notified("failure-after-success")).Select(inbound => inbound.Finding!.Kind).ShouldBe([FindingKind.Paid, FindingKind.Failed]);

    [Theory]
    [InlineData("5xx", "server_error")]
    [InlineData("429", "busy")]
    [InlineData("html", "unreadable")]
    [InlineData("slow", "no_answer")]
    [InlineData("drop", "unreachable")]
    public async Task Without_a_token_nothing_begins(string fault, string code)
    {
        await _clients.Fault("payfast", "token", fault);
        var refused = (await Start(_clients.Order("card"), Club)).ShouldBeOfType<GatewayStart.Refused>();
        (refused.Finding.Code, refused.Finding.CanRetry).ShouldBe((code, true));
    }

    [Fact]
    public async Task A_wrong_key_gets_no_token()
    {
        var wrong = Club with { Credentials = new Dictionary<string, string>(Club.Credentials) { ["securedKey"] = "wrong" } };
        (await Start(_clients.Order("card"), wrong)).ShouldBeOfType<GatewayStart.Refused>();
    }

    [Fact]
    public async Task There_is_nobody_to_ask_and_no_way_to_refund()
    {
        var order = _clients.Order("card");
        _clients["payfast"].CanInquire.ShouldBeFalse();
        (await _clients["payfast"].Inquire(order, Club, TestContext.Current.CancellationToken)).Kind.ShouldBe(FindingKind.Unknown);
        _clients["payfast"].CanRefund.ShouldBeFalse();
        var refund = new RefundOrder(Guid.CreateVersion7(), "R1", order.Amount, order.Amount, order.Reference, order.Data);
        (await _clients["payfast"].Refund(refund, Club, TestContext.Current.CancellationToken)).Kind.ShouldBe(RefundFindingKind.Refused);
    }

    [Fact]
    public async Task The_logs_hold_no_key_and_no_token()
    {
        var page = await Page(_clients.Order("card"));
        _clients.Logs.ShouldNotContain("secured-key-TEST");
        _clients.Logs.ShouldNotContain(page.Fields["TOKEN"]);
    }

    private async Task<Inbound[]> Notified(string scenario)
    {
        var order = _clients.Order("card");
        await Return(order, await Page(order), scenario);
        await _clients.Shop.Settle();
        return [.. _clients.Shop.Notifications.Select(heard => _clients.Read("payfast", heard, Club, FormType))];
    }

    private async Task<GatewayStart.HandOver> Page(GatewayOrder order) => (await Start(order, Club)).ShouldBeOfType<GatewayStart.HandOver>();

    private Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account) =>
        _clients["payfast"].Start(order, account, PayerInput.None, TestContext.Current.CancellationToken);

    private async Task<Inbound> Return(GatewayOrder order, GatewayStart.HandOver page, string scenario)
    {
        (await _clients.Shop.Submit(_clients.Path(page.Url), page.Fields)).ShouldContain(order.Reference);
        var back = SimulatedShop.HiddenFields(await _clients.Shop.Choose($"/payfast/checkout/{order.Reference}", scenario));
        return _clients.ReadReturn("payfast", Club, back);
    }
}
