using Padel.Kernel;

namespace Padel.Payments.Plans;

/// <summary>A package or membership that a club sells, as it stands in its row.</summary>
internal sealed record PlanProduct
{
    public Guid ProductId { get; init; }
    public Guid ClubId { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Description { get; init; }
    public string Currency { get; init; } = "";
    public long PriceMinor { get; init; }
    public bool Active { get; init; } = true;
    public int? Minutes { get; init; }
    public int? ValidDays { get; init; }
    public Guid[]? CourtIds { get; init; }

    /// <summary>ISO: Monday is 1.</summary>
    public int[]? Weekdays { get; init; }
    public int? FromMinute { get; init; }
    public int? ToMinute { get; init; }
    public int? Months { get; init; }
    public string? PriceClass { get; init; }
    public string[] Benefits { get; init; } = [];
    public bool AutoRenewable { get; init; }

    public Money Price => new(PriceMinor, Kernel.Currency.Of(Currency));
}

internal static class PlanKind
{
    public const string Package = "package";
    public const string Membership = "membership";
}
