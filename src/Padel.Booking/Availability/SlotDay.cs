using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>
/// One business day of a club laid out for selling: its hours and every start on the grid, as whole minutes of elapsed time since the
/// day's midnight. On a day without a clock change these are the minutes of the wall clock; on one with it, a start that the clock skips
/// is not there and lengths stay true.
/// </summary>
internal sealed class SlotDay
{
    private readonly DateTimeOffset _midnight;

    private SlotDay(ClubSetup club, DateOnly businessDay, (int OpensMinute, int ClosesMinute) hours)
    {
        BusinessDay = businessDay;
        Rules = club.Slots;
        _midnight = club.Zone.InstantOf(businessDay, 0);
        Opens = Elapsed(club.Zone.InstantOf(businessDay, hours.OpensMinute));
        Closes = Elapsed(club.Zone.InstantOf(businessDay, hours.ClosesMinute));

        var grid = club.Slots.GridMinutes;
        var starts = new List<SlotStart>();
        for (var wall = (hours.OpensMinute + grid - 1) / grid * grid; wall < hours.ClosesMinute; wall += grid)
        {
            var instant = club.Zone.InstantOf(businessDay, wall);
            if (club.Zone.MinuteOf(businessDay, instant) == wall)
                starts.Add(new SlotStart(Elapsed(instant), wall));
        }

        Starts = starts;
    }

    public DateOnly BusinessDay { get; }

    public SlotRules Rules { get; }

    /// <summary>Elapsed minutes since the day's midnight, as all minutes here.</summary>
    public int Opens { get; }

    public int Closes { get; }

    /// <summary>Every start on the grid inside the hours, in order, whether or not a length still fits.</summary>
    public IReadOnlyList<SlotStart> Starts { get; }

    public int ShortestMinutes => Rules.Durations[0];

    /// <summary>Null when the club is closed that day.</summary>
    public static SlotDay? Of(ClubSetup club, DateOnly businessDay) =>
        club.Hours.HoursOn(businessDay) is { } hours ? new SlotDay(club, businessDay, hours) : null;

    public DateTimeOffset InstantOf(int minute) => _midnight.AddMinutes(minute);

    /// <summary>The start on the grid at exactly this instant.</summary>
    public SlotStart? StartAt(DateTimeOffset instant)
    {
        foreach (var start in Starts)
        {
            if (InstantOf(start.Minute) == instant)
                return start;
        }

        return null;
    }

    public bool IsInsideHours(TimeSlot slot) => InstantOf(Opens) <= slot.Start && slot.End <= InstantOf(Closes);

    /// <summary>Whole minutes that cover the time: the start rounded down, the end up.</summary>
    public (int From, int To) Cover(TimeSlot slot) =>
        (Elapsed(slot.Start), (int)Math.Ceiling((slot.End - _midnight).TotalMinutes));

    private int Elapsed(DateTimeOffset instant) => (int)Math.Floor((instant - _midnight).TotalMinutes);
}

/// <param name="Minute">Elapsed since the day's midnight.</param>
/// <param name="WallMinute">What the club's clock says, as price bands mean it.</param>
internal readonly record struct SlotStart(int Minute, int WallMinute);
