using System.Collections.Concurrent;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>A gateway that answers refunds and inquiries as a test wants, and remembers what it was asked.</summary>
internal sealed class FakeGateway : IGateway
{
    public const string GatewayName = "fake";

    private readonly ConcurrentQueue<RefundOrder> _refunds = new();

    public string Name => GatewayName;

    public bool CanRefund => true;

    public bool CanInquire => true;

    /// <summary>What it says to the next refunds.</summary>
    public Func<RefundOrder, RefundFinding> OnRefund { get; set; } = order => new(RefundFindingKind.Done, "000", "Refunded.", "F-" + order.Reference);

    public Func<GatewayOrder, Finding> OnInquiry { get; set; } = _ => Finding.Of(FindingKind.Paid, "000", null);

    /// <summary>Every refund it was asked for.</summary>
    public IReadOnlyCollection<RefundOrder> Refunds => _refunds;

    public Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation)
    {
        _refunds.Enqueue(refund);
        return Task.FromResult(OnRefund(refund));
    }

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.FromResult(OnInquiry(order));

    public Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation) =>
        Task.FromResult<GatewayStart>(new GatewayStart.Refused(Finding.Of(FindingKind.Failed, "off", null)));

    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.CompletedTask;

    public Inbound Read(GatewayMessage message, GatewayAccount account) =>
        new(InboundVerdict.Unreadable, null, null, null, new GatewayReply.Text(400, ""), "");
}
