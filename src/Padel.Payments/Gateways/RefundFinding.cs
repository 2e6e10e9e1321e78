namespace Padel.Payments.Gateways;

internal enum RefundFindingKind
{
    Done,

    /// <summary>On its way; ask later or wait for the notification.</summary>
    Pending,

    /// <summary>The gateway said no: staff decide.</summary>
    Refused,

    /// <summary>Nobody knows whether the money went: never sent again without a human where the gateway cannot tell two apart.</summary>
    Unknown,
}

internal sealed record RefundFinding(RefundFindingKind Kind, string? Code, string? Text, string? GatewayReference);
