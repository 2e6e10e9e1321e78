using Padel.Kernel;
using Padel.Payments.Charges;

namespace Padel.Payments.Plans;

/// <summary>Which packages cover a game. Pure.</summary>
internal static class PlanFit
{
    /// <summary>Those that cover it, the one that runs out first at the front: what is lost first is used first.</summary>
    public static IEnumerable<Plan> Covering(IEnumerable<Plan> plans, Charge charge, Money amount, ClubZone zone, DateTimeOffset now) =>
        plans.Where(plan => Covers(plan, charge, amount, zone, now)).OrderBy(plan => plan.ValidUntil).ThenBy(plan => plan.PlanId);

    /// <summary>A package pays games, not fees; the business day of the game, its court and its whole time must be what was sold.</summary>
    public static bool Covers(Plan plan, Charge charge, Money amount, ClubZone zone, DateTimeOffset now)
    {
        if (!plan.IsActive || !plan.IsPackage || plan.ValidUntil <= now || plan.Currency != charge.Currency || plan.ClubId != charge.ClubId)
            return false;
        if (charge.Status is not ("held" or "confirmed" or "completed") || amount.AmountMinor <= 0 || charge.PriceMinor <= 0)
            return false;
        var (day, from, to) = (charge.BusinessDay, zone.MinuteOf(charge.BusinessDay, charge.StartsAt), zone.MinuteOf(charge.BusinessDay, charge.EndsAt));
        return plan.MinutesLeft >= MinutesOf(charge, amount)
            && zone.InstantOf(day, 0) < plan.ValidUntil
            && (plan.CourtIds is null || plan.CourtIds.Contains(charge.CourtId))
            && (plan.Weekdays is null || plan.Weekdays.Contains(PlanTimes.Of(day.DayOfWeek)))
            && (plan.FromMinute is null || plan.FromMinute <= from)
            && (plan.ToMinute is null || to <= plan.ToMinute);
    }

    /// <summary>The minutes an amount of the game's price takes: all of them for all of it.</summary>
    public static int MinutesOf(Charge charge, Money amount) =>
        PlanValue.MinutesFor((int)(charge.EndsAt - charge.StartsAt).TotalMinutes, Money.Min(amount, charge.Price), charge.Price);
}
