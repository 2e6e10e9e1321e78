namespace Padel.Payments.Gateways;

/// <summary>A return or notification, checked and read.</summary>
/// <param name="Reference">Ours, when the message names it; otherwise look by <see cref="Finding.GatewayReference"/>.</param>
/// <param name="Reply">What the gateway hears once the message is stored.</param>
/// <param name="Redacted">The message without personal data and secrets: all that may be stored of it.</param>
internal sealed record Inbound(InboundVerdict Verdict, string? Reference, string? EventId, Finding? Finding, GatewayReply Reply, string Redacted)
{
    /// <summary>What the message says about one of our refunds.</summary>
    public InboundRefund? Refund { get; init; }
}

/// <param name="RefundId">Ours, as sent along with the refund; null for one made elsewhere (the gateway's own pages).</param>
internal sealed record InboundRefund(Guid? RefundId, RefundFinding Finding);
