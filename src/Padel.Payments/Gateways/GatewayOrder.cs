using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>One attempt to collect money once, as a gateway needs to know it.</summary>
/// <param name="Reference">Our own, at most 20 letters and digits, never used twice.</param>
/// <param name="Method"><c>card</c>, <c>jazzcash</c> or <c>easypaisa</c>.</param>
/// <param name="BillReference">What the player knows the booking by.</param>
/// <param name="ReturnUrl">Where the browser comes back; the same for all payments of a club, because gateways want it registered.</param>
/// <param name="Data">What the gateway said before (session, payment intent, retrieval reference); stored, never secrets or personal data.</param>
internal sealed record GatewayOrder(
    Guid PaymentId,
    string Reference,
    Money Amount,
    string Method,
    string Description,
    string BillReference,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    Uri ReturnUrl,
    Uri NotificationUrl,
    IReadOnlyDictionary<string, string> Data);
