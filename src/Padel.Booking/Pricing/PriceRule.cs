using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Pricing;

/// <summary>
/// A price per half hour and where it holds. Null means "any". Minutes and weekday are the business day's, so a band may pass 24:00;
/// the last day of a dated rule is included.
/// </summary>
internal sealed record PriceRule(Guid PriceRuleId, string Name, Money Amount, DateTimeOffset CreatedAt)
{
    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>First minute of the band; set together with <see cref="ToMinute"/>.</summary>
    public int? FromMinute { get; init; }

    /// <summary>The minute the band ends, itself outside.</summary>
    public int? ToMinute { get; init; }

    public DateOnly? DateFrom { get; init; }

    public DateOnly? DateTo { get; init; }

    public Guid? CourtId { get; init; }

    public bool? Indoor { get; init; }

    public string? Surface { get; init; }

    public string? PriceClass { get; init; }

    public int Priority { get; init; }

    public bool IsBase => Specificity == 0;

    /// <summary>
    /// The more specific rule wins: dated, price class, court, court kind, weekday and time, weekday, time, base. Each word outweighs all
    /// that follow it, so that of two dated rules the one that also names a court wins.
    /// </summary>
    public int Specificity =>
        (DateFrom is null && DateTo is null ? 0 : 64)
        + (PriceClass is null ? 0 : 32)
        + (CourtId is null ? 0 : 16)
        + (Indoor is null && Surface is null ? 0 : 8)
        + (Weekdays is null ? 0 : 2)
        + (FromMinute is null ? 0 : 1);

    public bool Holds(Court court, DateOnly businessDay, int minute, string priceClass) =>
        (DateFrom is not { } from || businessDay >= from)
        && (DateTo is not { } to || businessDay <= to)
        && (PriceClass is null || PriceClass == priceClass)
        && (CourtId is not { } courtId || courtId == court.CourtId)
        && (Indoor is not { } indoor || indoor == court.Indoor)
        && (Surface is null || Surface == court.Surface)
        && (Weekdays is null || Weekdays.Contains(businessDay.DayOfWeek))
        && (FromMinute is not { } first || minute >= first)
        && (ToMinute is not { } end || minute < end);
}
