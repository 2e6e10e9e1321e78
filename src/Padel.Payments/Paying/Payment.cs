using Padel.Kernel;

namespace Padel.Payments.Paying;

/// <summary>One attempt to collect money once, as it stands in its row.</summary>
internal sealed record Payment
{
    public Guid PaymentId { get; init; }
    public Guid ClubId { get; init; }
    public Guid? PlayerId { get; init; }

    /// <summary><c>booking</c>, <c>top_up</c> or <c>plan</c>.</summary>
    public string Purpose { get; init; } = "";
    public Guid? BookingId { get; init; }
    public Guid? ProductId { get; init; }
    public Guid? PlanId { get; init; }
    public string Method { get; init; } = "";
    public string? Gateway { get; init; }
    public string Reference { get; init; } = "";
    public string Currency { get; init; } = "";
    public long AmountMinor { get; init; }
    public long RefundedMinor { get; init; }
    public long ReversedMinor { get; init; }

    /// <summary>What the booking had no use for: it went on to the player's wallet.</summary>
    public long NotNeededMinor { get; init; }
    public string Status { get; init; } = "";

    /// <summary>What the money became: <c>booking</c>, <c>plan</c>, <c>wallet</c> or <c>refund</c>; set exactly when paid.</summary>
    public string? SettledAs { get; init; }
    public string? FailureCode { get; init; }
    public string? FailureText { get; init; }
    public bool CanRetry { get; init; } = true;
    public string? GatewayReference { get; init; }

    /// <summary>JSON object: what the gateway said and a later call needs.</summary>
    public string GatewayData { get; init; } = "{}";
    public string Actor { get; init; } = "";
    public string? Note { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
    public DateTimeOffset? NextInquiryAt { get; init; }
    public int Inquiries { get; init; }
    public DateTimeOffset? PaidAt { get; init; }
    public DateTimeOffset CreatedAt { get; init; }

    public Money Amount => new(AmountMinor, Kernel.Currency.Of(Currency));

    /// <summary>What of it is still there for what it was paid for: not refunded, not reversed, not moved on.</summary>
    public Money Kept => new(Math.Max(0, AmountMinor - RefundedMinor - ReversedMinor - NotNeededMinor), Kernel.Currency.Of(Currency));

    public bool IsLive => Status is PaymentStatus.Created or PaymentStatus.Pending;

    public bool IsPaid => Status == PaymentStatus.Paid;
}

internal static class PaymentStatus
{
    /// <summary>Stored; nobody outside was asked yet.</summary>
    public const string Created = "created";

    /// <summary>Asked; nobody knows yet.</summary>
    public const string Pending = "pending";
    public const string Paid = "paid";
    public const string Failed = "failed";
    public const string Expired = "expired";

    /// <summary>Another attempt took its place. If money comes all the same, it counts.</summary>
    public const string Abandoned = "abandoned";
}
