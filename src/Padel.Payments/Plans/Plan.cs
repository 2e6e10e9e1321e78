using Padel.Kernel;

namespace Padel.Payments.Plans;

/// <summary>A package or membership a player holds, with the terms it was sold under.</summary>
internal sealed record Plan
{
    public Guid PlanId { get; init; }
    public Guid ClubId { get; init; }
    public Guid PlayerId { get; init; }
    public Guid ProductId { get; init; }

    /// <summary>The payment of the period that runs.</summary>
    public Guid PaymentId { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public string Currency { get; init; } = "";
    public long ValueMinor { get; init; }
    public int? Minutes { get; init; }
    public int? MinutesLeft { get; init; }
    public Guid[]? CourtIds { get; init; }
    public int[]? Weekdays { get; init; }
    public int? FromMinute { get; init; }
    public int? ToMinute { get; init; }
    public int? Months { get; init; }
    public string? PriceClass { get; init; }
    public string[] Benefits { get; init; } = [];
    public bool AutoRenewable { get; init; }
    public bool AutoRenew { get; init; }
    public string Status { get; init; } = "";
    public string? EndedAs { get; init; }
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset PeriodStartsAt { get; init; }
    public DateTimeOffset ValidUntil { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    public Money Value => new(ValueMinor, Kernel.Currency.Of(Currency));

    public bool IsPackage => Kind == PlanKind.Package;

    public bool IsActive => Status == PlanStatus.Active;
}

internal static class PlanStatus
{
    public const string Active = "active";
    public const string Ended = "ended";
}

/// <summary>Why a plan ended.</summary>
internal static class PlanEnd
{
    public const string Expired = "expired";
    public const string Cancelled = "cancelled";

    /// <summary>The payment was taken back.</summary>
    public const string Reversed = "reversed";
}
