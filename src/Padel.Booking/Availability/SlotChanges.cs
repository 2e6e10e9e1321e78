namespace Padel.Booking.Availability;

/// <summary>When a day's free slots change by themselves, without anybody writing anything.</summary>
internal static class SlotChanges
{
    /// <summary>The first moment after <paramref name="now"/>; null when nothing is left to happen.</summary>
    public static DateTimeOffset? NextAfter(DateTimeOffset now, SlotDay day, IEnumerable<Claim> claims)
    {
        DateTimeOffset? next = null;
        foreach (var start in day.Starts)
        {
            // A start can still be had at its own moment, so it is gone one tick later.
            Consider(day.InstantOf(start.Minute).AddTicks(1));
            if (day.Rules.AvoidGaps)
                Consider(GapRule.ExemptFrom(day, start));
        }

        foreach (var claim in claims)
        {
            if (claim.ExpiresAt is { } lapses)
                Consider(lapses);
        }

        return next;

        void Consider(DateTimeOffset moment)
        {
            if (moment > now && (next is not { } earliest || moment < earliest))
                next = moment;
        }
    }
}
