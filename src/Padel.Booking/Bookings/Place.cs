using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>A court for a time: where and when somebody wants to play, with the business day it belongs to.</summary>
internal sealed record Place(ClubSetup Club, Court Court, DateOnly BusinessDay, TimeSlot Slot)
{
    public static Place Of(ClubSetup club, Court court, DateTimeOffset startsAt, int durationMinutes) =>
        new(club, court, club.Hours.BusinessDayOf(startsAt, club.Zone), TimeSlot.Of(startsAt, durationMinutes));

    /// <summary>What is taken of the court: the game and the club's buffer after it.</summary>
    public TimeSlot Claim => new(Slot.Start, Slot.End.AddMinutes(Club.Slots.BufferMinutes));

    /// <summary>What the club's clock says at the start, in minutes of the business day.</summary>
    public int WallMinute => Club.Zone.MinuteOf(BusinessDay, Slot.Start);

    /// <summary>What the club's way of selling time says against it, the first that applies.</summary>
    public IEnumerable<Error> BrokenRules()
    {
        if (WallMinute % Club.Slots.GridMinutes != 0 || Club.Zone.InstantOf(BusinessDay, WallMinute) != Slot.Start)
            yield return BookingErrors.NotOnGrid;
        if (!Club.Slots.Durations.Contains(Slot.Minutes))
            yield return BookingErrors.BadDuration;
        if (SlotDay.Of(Club, BusinessDay)?.IsInsideHours(Slot) != true)
            yield return BookingErrors.OutsideHours;
    }

    /// <summary>Whether booking it would leave a piece beside it that cannot be sold.</summary>
    /// <param name="taken">What is taken of this court that day.</param>
    public bool LeavesGap(IEnumerable<TimeSlot> taken, DateTimeOffset now) =>
        SlotDay.Of(Club, BusinessDay) is { } day && GapRule.Leaves(day, taken, Slot.Start, Slot.Minutes, now);

    public Result<PriceQuote> Price(PriceBook prices, string? priceClass) =>
        prices.Quote(Court, BusinessDay, WallMinute, Slot.Minutes, priceClass);
}
