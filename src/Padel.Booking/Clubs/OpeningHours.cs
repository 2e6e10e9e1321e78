using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>
/// When the club trades: hours per weekday, and dated days that differ. Minutes count from midnight of the business day and may pass
/// 24:00 (1500 is 01:00 of the next morning). Every moment belongs to at most one business day: where the night before reaches into a
/// day's morning, that day opens when the night ends.
/// </summary>
internal sealed class OpeningHours
{
    public const int MinutesOfDay = 1440;

    private readonly Dictionary<DayOfWeek, DayHours> _weekly;
    private readonly Dictionary<DateOnly, DayHours?> _exceptional;

    public OpeningHours(IEnumerable<KeyValuePair<DayOfWeek, DayHours>> weekly, IEnumerable<ExceptionalDay>? exceptional = null)
    {
        _weekly = new(weekly);
        _exceptional = (exceptional ?? []).ToDictionary(day => day.BusinessDay, day => day.Hours);
    }

    public IReadOnlyDictionary<DayOfWeek, DayHours> Weekly => _weekly;

    /// <summary>The hours of a business day; null when the club is closed all day.</summary>
    public (int OpensMinute, int ClosesMinute)? HoursOn(DateOnly businessDay)
    {
        if (Planned(businessDay) is not { } hours)
            return null;
        var nightBefore = Planned(businessDay.AddDays(-1)) is { } before ? before.ClosesMinute - MinutesOfDay : 0;
        var opens = Math.Max(hours.OpensMinute, nightBefore);
        return opens < hours.ClosesMinute ? (opens, hours.ClosesMinute) : null;
    }

    /// <summary>
    /// The business day an instant belongs to: 00:30 is still the day before when that day's hours reach it; otherwise the calendar date.
    /// The moment of closing no longer belongs to the night.
    /// </summary>
    public DateOnly BusinessDayOf(DateTimeOffset instant, ClubZone zone)
    {
        var date = zone.DateOf(instant);
        var dayBefore = date.AddDays(-1);
        var minute = zone.MinuteOf(dayBefore, instant);
        return HoursOn(dayBefore) is { } night && minute < night.ClosesMinute ? dayBefore : date;
    }

    /// <summary>Whether a stretch of the business day lies inside its hours; ending at the moment of closing is inside.</summary>
    public bool Contains(DateOnly businessDay, int startMinute, int durationMinutes) =>
        HoursOn(businessDay) is var (opens, closes) && startMinute >= opens && startMinute + durationMinutes <= closes;

    private DayHours? Planned(DateOnly day) =>
        _exceptional.TryGetValue(day, out var exception) ? exception
        : _weekly.TryGetValue(day.DayOfWeek, out var hours) ? hours
        : null;
}

/// <param name="OpensMinute">Minutes from midnight of the business day.</param>
/// <param name="ClosesMinute">May pass 1440.</param>
internal readonly record struct DayHours(int OpensMinute, int ClosesMinute);

/// <summary>A dated day with other hours, or closed (<paramref name="Hours"/> is null).</summary>
internal sealed record ExceptionalDay(DateOnly BusinessDay, DayHours? Hours);
