using Padel.Kernel;

namespace Padel.Payments.Refunds;

/// <summary>Money going back out of one payment, as it stands in its row.</summary>
internal sealed record Refund
{
    public Guid RefundId { get; init; }
    public Guid ClubId { get; init; }
    public Guid PaymentId { get; init; }
    public Guid? BookingId { get; init; }
    public Guid? PlayerId { get; init; }
    public string Currency { get; init; } = "";
    public long AmountMinor { get; init; }
    public string Destination { get; init; } = "";
    public string Status { get; init; } = "";
    public string Kind { get; init; } = "";
    public string Reason { get; init; } = "";
    public string Reference { get; init; } = "";
    public string? GatewayReference { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureText { get; init; }
    public int Attempts { get; init; }
    public DateTimeOffset? NextAttemptAt { get; init; }
    public string RequestedBy { get; init; } = "";
    public string? ApprovedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? DoneAt { get; init; }

    public Money Amount => new(AmountMinor, Kernel.Currency.Of(Currency));

    /// <summary>Waits for a person: failed, done by hand, or nobody knows.</summary>
    public bool IsStuck => Status is RefundStatus.Failed or RefundStatus.Manual or RefundStatus.Unknown;
}

internal static class RefundStatus
{
    public const string NeedsApproval = "needs_approval";

    /// <summary>Waits for the sender.</summary>
    public const string Requested = "requested";

    /// <summary>The gateway was asked, or is about to be; or it said that the money is on its way.</summary>
    public const string Sending = "sending";

    /// <summary>Asked, and nobody knows whether the money went. Never sent again without a person where that could pay twice.</summary>
    public const string Unknown = "unknown";
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>No machine can do it.</summary>
    public const string Manual = "manual";
    public const string Declined = "declined";
}

internal static class RefundDestination
{
    public const string Source = "source";
    public const string Wallet = "wallet";
    public const string Plan = "plan";
    public const string Cash = "cash";
}

internal static class RefundKind
{
    public const string Cancellation = "cancellation";
    public const string PriceDifference = "price_difference";
    public const string Goodwill = "goodwill";

    /// <summary>The desk entered a payment that was none: the booking owes again.</summary>
    public const string Correction = "correction";

    /// <summary>The booking never counted the payment.</summary>
    public const string NotNeeded = "not_needed";
}
