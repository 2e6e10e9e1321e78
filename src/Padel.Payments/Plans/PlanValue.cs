using Padel.Kernel;

namespace Padel.Payments.Plans;

/// <summary>
/// What minutes of a package are worth: its price by the minute, worked out on what is left, so that the last use takes the last paisa and
/// all uses together make the price. Pure.
/// </summary>
internal static class PlanValue
{
    /// <summary>What <paramref name="minutes"/> take out of a package with so much left. Rounded half up.</summary>
    public static Money Of(Money valueLeft, int minutesLeft, int minutes)
    {
        if (minutes <= 0 || minutes > minutesLeft)
            throw new ArgumentOutOfRangeException(nameof(minutes), minutes, $"A use is 1 to {minutesLeft} minutes.");
        return new Money(Share(valueLeft.AmountMinor, minutes, minutesLeft), valueLeft.Currency);
    }

    /// <summary>How many minutes pay a part of a game's price: all for all of it, begun minutes count.</summary>
    public static int MinutesFor(int gameMinutes, Money amount, Money price) =>
        (int)(((Int128)gameMinutes * amount.AmountMinor + price.AmountMinor - 1) / price.AmountMinor);

    /// <summary>
    /// What comes back of a use when <paramref name="refunded"/> in all of what it paid has gone back: the same part of it, less what came
    /// back before. Everything once everything went back.
    /// </summary>
    public static long Back(long used, long refunded, long paid, long backBefore) => Share(used, refunded, paid) - backBefore;

    private static long Share(long whole, long part, long of) => (long)((((Int128)whole * part * 2) + of) / ((Int128)of * 2));
}
