using Padel.Kernel;

namespace Padel.Payments.Plans;

/// <summary>How long plans run, by the club's calendar. Pure.</summary>
internal static class PlanPeriod
{
    private const int LastMinute = 1439;

    /// <summary>To the end of the last day: bought on the first for 30 days, through the 31st; for a month, through the last of it.</summary>
    public static DateTimeOffset EndOf(PlanProduct product, DateTimeOffset start, ClubZone zone)
    {
        var first = zone.DateOf(start);
        return zone.InstantOf(product.Months is { } months ? first.AddMonths(months).AddDays(-1) : first.AddDays(product.ValidDays ?? 0), LastMinute);
    }

    /// <summary>The next period begins the day after, and lasts as many months.</summary>
    public static Plan Next(Plan plan, ClubZone zone)
    {
        var first = zone.DateOf(plan.ValidUntil).AddDays(1);
        return plan with { PeriodStartsAt = zone.InstantOf(first, 0), ValidUntil = zone.InstantOf(first.AddMonths(plan.Months ?? 1).AddDays(-1), LastMinute) };
    }

    /// <summary>What of a period's price belongs to the time that has not come yet, rounded down.</summary>
    public static Money Unused(Plan plan, DateTimeOffset now)
    {
        var (left, whole) = (plan.ValidUntil - now, plan.ValidUntil - plan.PeriodStartsAt);
        if (left <= TimeSpan.Zero)
            return Money.Zero(plan.Value.Currency);
        return new Money((long)((Int128)plan.ValueMinor * Math.Min(left.Ticks, whole.Ticks) / whole.Ticks), plan.Value.Currency);
    }
}
