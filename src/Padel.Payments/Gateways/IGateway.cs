namespace Padel.Payments.Gateways;

/// <summary>
/// One gateway's wire format, and nothing else: no database, no state. What a gateway says becomes a <see cref="Finding"/>; whether it is
/// believed (own reference, amount, currency, merchant) is decided in one place, when it is settled.
/// </summary>
internal interface IGateway
{
    /// <summary>One of <see cref="GatewayNames"/>.</summary>
    string Name { get; }

    /// <summary>Money can go back over this gateway. Where not, a refund is a task for the staff.</summary>
    bool CanRefund { get; }

    /// <summary>A refund sent twice goes once: the gateway knows the repeat by its key.</summary>
    bool RefundsAreRepeatable => false;

    /// <summary>The gateway answers what became of a payment. Where not, only its notifications and signed returns tell.</summary>
    bool CanInquire { get; }

    /// <summary>Begins the attempt; the attempt is stored before. Calls that wait for a PIN come back as <see cref="GatewayStart.NeedsApproval"/>.</summary>
    Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation);

    /// <summary>What the gateway says now. Never <see cref="FindingKind.Failed"/> for a gateway that did not answer or that nobody understood.</summary>
    Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation);

    /// <summary>Sends money back, or asks how a refund went that the gateway already gave a reference (<see cref="RefundOrder.GatewayReference"/>).</summary>
    Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation);

    /// <summary>The hold ended: nobody shall pay this attempt any more. Best effort; a late success is possible everywhere.</summary>
    Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation);

    /// <summary>Checks and reads a return or a notification, over the bytes as they came.</summary>
    Inbound Read(GatewayMessage message, GatewayAccount account);
}
