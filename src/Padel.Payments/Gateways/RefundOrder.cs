using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>Money to send back over the gateway it came by.</summary>
/// <param name="Reference">Ours, of the refund.</param>
/// <param name="PaymentReference">Ours, of the payment.</param>
/// <param name="PaymentData">What the gateway said of the payment.</param>
/// <param name="GatewayReference">The gateway's name for this refund once it gave one: then it is asked about, not sent again.</param>
internal sealed record RefundOrder(
    Guid RefundId,
    string Reference,
    Money Amount,
    Money PaymentAmount,
    string PaymentReference,
    IReadOnlyDictionary<string, string> PaymentData,
    string? GatewayReference = null);
