using Padel.Kernel;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

public sealed class StripeRefundTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = StripeCheckoutTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Fact]
    public async Task Two_parts_are_two_refunds_and_their_events_name_ours()
    {
        var order = await Paid();
        var (first, second) = (Part(order, 1000), Part(order, 2500));
        (await Send(first)).Kind.ShouldBe(RefundFindingKind.Done);
        (await Send(second)).Kind.ShouldBe(RefundFindingKind.Done);

        await _clients.Shop.Settle();
        var read = _clients.Shop.Notifications.Select(heard => _clients.Read("stripe", heard, Club)).ToArray();
        read.Where(inbound => inbound.Refund is not null).Select(inbound => (inbound.Refund!.RefundId, inbound.Refund.Finding.Kind))
            .ShouldBe([(first.RefundId, RefundFindingKind.Done), (second.RefundId, RefundFindingKind.Done)], ignoreOrder: true);
        read.Where(inbound => inbound.Finding?.Kind == FindingKind.Refunded).ShouldAllBe(inbound => inbound.Reference == order.Reference);
    }

    [Fact]
    public async Task The_same_refund_sent_twice_moves_money_once()
    {
        var order = await Paid();
        var refund = Part(order, 2000);
        var first = await Send(refund);
        (await Send(refund)).GatewayReference.ShouldBe(first.GatewayReference);
        (await Send(Part(order, 2000))).Kind.ShouldBe(RefundFindingKind.Refused); // only 1,500 are left
    }

    [Theory]
    [InlineData("5xx-after")]
    [InlineData("drop")]
    [InlineData("429")]
    public async Task A_stumble_is_tried_again_and_moves_money_once(string fault)
    {
        var order = await Paid();
        await _clients.Fault("stripe", "refund", fault);
        (await Send(Part(order, 3500))).Kind.ShouldBe(RefundFindingKind.Done);
        (await Send(Part(order, 1))).Code.ShouldBe("charge_already_refunded");
    }

    [Fact]
    public async Task A_longer_outage_is_unknown_and_the_same_refund_may_be_sent_again()
    {
        var refund = Part(await Paid(), 3500);
        await _clients.Fault("stripe", "refund", "5xx-after", times: 3);
        (await Send(refund)).Kind.ShouldBe(RefundFindingKind.Unknown);
        (await Send(refund)).Kind.ShouldBe(RefundFindingKind.Done);
    }

    [Fact]
    public async Task Another_amount_under_the_same_refund_is_unknown()
    {
        var refund = Part(await Paid(), 1000);
        await Send(refund);
        var other = await Send(refund with { Amount = Money.Major(2000, Currency.Pkr) });
        (other.Kind, other.Code).ShouldBe((RefundFindingKind.Unknown, "idempotency_error"));
    }

    [Fact]
    public async Task A_pending_refund_is_asked_about_by_its_name_and_may_fail()
    {
        var order = await Paid("refund-pending-then-failed");
        var refund = Part(order, 3500);
        var pending = await Send(refund);
        pending.Kind.ShouldBe(RefundFindingKind.Pending);
        await _clients.Shop.Settle();
        var failed = await Send(refund with { GatewayReference = pending.GatewayReference });
        (failed.Kind, failed.Code).ShouldBe((RefundFindingKind.Refused, "expired_or_canceled_card"));

        var told = _clients.Shop.Notifications.Select(heard => _clients.Read("stripe", heard, Club).Refund).OfType<InboundRefund>().ToArray();
        told.ShouldAllBe(one => one.RefundId == refund.RefundId);
        told.Select(one => one.Finding.Kind).ShouldContain(RefundFindingKind.Refused);
    }

    [Fact]
    public async Task A_refund_that_is_refused_says_so() => (await Send(Part(await Paid("refund-refused"), 3500))).Kind.ShouldBe(RefundFindingKind.Refused);

    [Fact]
    public async Task Without_an_answer_it_is_unknown_and_the_same_refund_finds_out()
    {
        var refund = Part(await Paid("refund-timeout"), 3500);
        (await Send(refund)).Kind.ShouldBe(RefundFindingKind.Unknown);
    }

    private async Task<GatewayOrder> Paid(string scenario = "success")
    {
        var order = await StripeCheckoutTests.Opened(_clients, _clients.Order("card"));
        (await StripeCheckoutTests.Choose(_clients, order, scenario)).Dispose();
        var finding = await _clients["stripe"].Inquire(order, Club, TestContext.Current.CancellationToken);
        finding.Kind.ShouldBe(FindingKind.Paid);
        return order with { Data = finding.Data };
    }

    private static RefundOrder Part(GatewayOrder order, long rupees) =>
        new(Guid.CreateVersion7(), "R1", Money.Major(rupees, Currency.Pkr), order.Amount, order.Reference, order.Data);

    private Task<RefundFinding> Send(RefundOrder refund) => _clients["stripe"].Refund(refund, Club, TestContext.Current.CancellationToken);
}
