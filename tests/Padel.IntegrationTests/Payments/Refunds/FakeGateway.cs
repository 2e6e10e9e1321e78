using System.Collections.Concurrent;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Refunds;

/// <summary>A gateway that answers refunds and inquiries as a test wants, per payment, and remembers what it was asked.</summary>
internal sealed class FakeGateway : IGateway
{
    public const string GatewayName = "fake";

    /// <summary>In the payment's data: which payment a refund is of.</summary>
    public const string PaymentKey = "payment";

    private readonly ConcurrentQueue<RefundOrder> _refunds = new();
    private readonly ConcurrentDictionary<Guid, RefundFinding> _answers = new();
    private readonly ConcurrentDictionary<Guid, FindingKind> _states = new();

    public string Name => GatewayName;

    public bool CanRefund => true;

    public bool CanInquire => true;

    /// <summary>Every refund it was asked for.</summary>
    public IReadOnlyCollection<RefundOrder> Refunds => _refunds;

    /// <summary>What it says to refunds of this payment from now on.</summary>
    public void Answer(Guid paymentId, RefundFinding finding) => _answers[paymentId] = finding;

    /// <summary>What it says this payment is.</summary>
    public void Say(Guid paymentId, FindingKind state) => _states[paymentId] = state;

    public Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation)
    {
        _refunds.Enqueue(refund);
        return Task.FromResult(_answers.TryGetValue(Guid.Parse(refund.PaymentData[PaymentKey]), out var finding)
            ? finding
            : new RefundFinding(RefundFindingKind.Done, "000", "Refunded.", "F-" + refund.Reference));
    }

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) =>
        Task.FromResult(Finding.Of(_states.GetValueOrDefault(order.PaymentId, FindingKind.Paid), "000", null));

    public Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation) =>
        Task.FromResult<GatewayStart>(new GatewayStart.Refused(Finding.Of(FindingKind.Failed, "off", null)));

    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.CompletedTask;

    public Inbound Read(GatewayMessage message, GatewayAccount account) =>
        new(InboundVerdict.Unreadable, null, null, null, new GatewayReply.Text(400, ""), "");
}
