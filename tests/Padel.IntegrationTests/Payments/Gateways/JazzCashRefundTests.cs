using Padel.Kernel;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

public sealed class JazzCashRefundTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = JazzCashWalletTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Theory]
    [InlineData("success", nameof(RefundFindingKind.Done), "000")]
    [InlineData("refund-refused", nameof(RefundFindingKind.Refused), "452")]
    [InlineData("refund-no-balance", nameof(RefundFindingKind.Refused), "453")]
    [InlineData("refund-not-settled", nameof(RefundFindingKind.Refused), "455")]
    [InlineData("refund-pending-then-failed", nameof(RefundFindingKind.Unknown), "157")]
    public async Task A_refund_of_the_whole(string scenario, string kind, string code)
    {
        var refund = await Refund(await Paid(scenario));
        (refund.Kind.ToString(), refund.Code).ShouldBe((kind, code));
    }

    [Fact]
    public async Task A_part_and_another_part()
    {
        var order = await Paid("refund-second-partial-refused");
        (await Refund(order, 1000)).Kind.ShouldBe(RefundFindingKind.Done);
        var second = await Refund(order, 1000);
        (second.Kind, second.Code).ShouldBe((RefundFindingKind.Refused, "451"));
    }

    [Fact]
    public async Task No_part_where_parts_are_not_allowed()
    {
        var refund = await Refund(await Paid("refund-no-partial"), 1000);
        (refund.Kind, refund.Code).ShouldBe((RefundFindingKind.Refused, "454"));
    }

    [Fact]
    public async Task Without_an_answer_the_whole_is_looked_up_and_found_done() =>
        (await Refund(await Paid("refund-timeout"))).Kind.ShouldBe(RefundFindingKind.Done);

    [Fact]
    public async Task Without_an_answer_a_part_stays_unknown() =>
        (await Refund(await Paid("refund-timeout"), 1000)).Kind.ShouldBe(RefundFindingKind.Unknown);

    [Theory]
    [InlineData("5xx")]
    [InlineData("429")]
    [InlineData("html")]
    public async Task A_broken_answer_is_unknown(string fault)
    {
        var order = await Paid("success");
        await _clients.Fault("jazzcash", "refund", fault);
        (await Refund(order)).Kind.ShouldBe(RefundFindingKind.Unknown);
    }

    [Fact]
    public async Task More_than_was_paid_is_refused() => (await Refund(await Paid("success"), 4000)).Kind.ShouldBe(RefundFindingKind.Refused);

    [Fact]
    public async Task A_card_payment_is_refunded_by_hand()
    {
        var refund = await Refund(await Paid("success") with { Data = new Dictionary<string, string> { ["txnType"] = "MPAY" } });
        (refund.Kind, refund.Code).ShouldBe((RefundFindingKind.Refused, "unsupported"));
    }

    [Fact]
    public async Task A_wrong_mpin_is_refused()
    {
        var wrong = Club with { Credentials = new Dictionary<string, string>(Club.Credentials) { ["merchantMpin"] = "9999" } };
        (await Refund(await Paid("success"), account: wrong)).Kind.ShouldBe(RefundFindingKind.Refused);
        _clients.Logs.ShouldNotContain("9999");
    }

    private async Task<GatewayOrder> Paid(string scenario)
    {
        var order = _clients.Order("jazzcash");
        await _clients.Scenario(order, scenario);
        (await _clients.Approve(order, Club, GatewayClients.Payer("99"))).Kind.ShouldBe(FindingKind.Paid);
        return order;
    }

    private Task<RefundFinding> Refund(GatewayOrder order, long? rupees = null, GatewayAccount? account = null)
    {
        var amount = rupees is { } part ? Money.Major(part, Currency.Pkr) : order.Amount;
        var refund = new RefundOrder(Guid.CreateVersion7(), "R1", amount, order.Amount, order.Reference, order.Data);
        return _clients["jazzcash"].Refund(refund, account ?? Club, TestContext.Current.CancellationToken);
    }
}
