using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Blocks;

/// <summary>Cuts a closure at the ends of the club's business days, so that each day's board and snapshot find their own claim.</summary>
internal static class BlockDays
{
    public static IEnumerable<(DateOnly BusinessDay, TimeSlot Part)> Of(ClubSetup club, DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        for (var from = startsAt; from < endsAt;)
        {
            var day = club.Hours.BusinessDayOf(from, club.Zone);
            var closes = Math.Max(OpeningHours.MinutesOfDay, club.Hours.HoursOn(day)?.ClosesMinute ?? 0);
            var end = club.Zone.InstantOf(day, closes);
            var to = end < endsAt ? end : endsAt;
            yield return (day, new TimeSlot(from, to));
            from = to;
        }
    }
}
