using Padel.Booking.Bookings;
using Padel.Kernel;

namespace Padel.Booking.Desk;

/// <summary>
/// Staff may break the club's rules with a reason, which is kept. Nobody may break the first one: a court is never sold twice. A game that
/// is on can be entered without a reason, for walk-ins come when they come.
/// </summary>
internal static class StaffRules
{
    /// <summary>The longest and shortest a claim by staff may be, in minutes.</summary>
    public const int MaxMinutes = 720;
    public const int MinMinutes = 15;

    public const int MaxReasonLength = 500;

    /// <param name="broken">Every rule the booking breaks.</param>
    /// <returns>The refusal; null when there is nothing to refuse, or a reason was given.</returns>
    public static Error? Refusal(IReadOnlyCollection<Error> broken, string? overrideReason)
    {
        if (broken.Contains(BookingErrors.SlotTaken))
            return BookingErrors.SlotTaken;
        return string.IsNullOrWhiteSpace(overrideReason) && broken.Count > 0 ? broken.First().With("overridable", true) : null;
    }

    /// <summary>What the place breaks, seen by staff at this moment.</summary>
    public static IEnumerable<Error> Broken(Place place, IReadOnlyList<TimeSlot> taken, DateTimeOffset now) =>
        place.BrokenRules()
            .Concat(BookingRules.BrokenByTime(place, now).Where(error => error != BookingErrors.InThePast || place.Slot.End <= now))
            .Concat(BookingRules.BrokenByOthers(place, taken, now));

    /// <summary>Fields that no reason can mend.</summary>
    public static IEnumerable<(string Field, string Message)> Problems(DateTimeOffset startsAt, int durationMinutes, string? overrideReason)
    {
        if (startsAt.Ticks % TimeSpan.TicksPerMinute != 0)
            yield return ("startsAt", "A whole minute.");
        if (durationMinutes is < MinMinutes or > MaxMinutes)
            yield return ("durationMinutes", $"{MinMinutes} to {MaxMinutes} minutes.");
        if (overrideReason?.Length > MaxReasonLength)
            yield return ("overrideReason", $"At most {MaxReasonLength} characters.");
    }
}
