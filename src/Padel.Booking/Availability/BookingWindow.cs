using Padel.Booking.Clubs;

namespace Padel.Booking.Availability;

/// <summary>
/// The business days a player may book: from the one that is trading now to today plus so many days, all of that last day.
/// A new day opens at the club's midnight, also while last night's game is still on.
/// </summary>
internal readonly record struct BookingWindow(DateOnly FirstDay, DateOnly LastDay)
{
    public static BookingWindow Of(ClubSetup club, DateTimeOffset now) => new(
        club.Hours.BusinessDayOf(now, club.Zone),
        club.Zone.DateOf(now).AddDays(club.Limits.DaysAhead));

    public bool Contains(DateOnly businessDay) => FirstDay <= businessDay && businessDay <= LastDay;

    /// <summary>When the day comes into reach.</summary>
    public static DateTimeOffset OpensAt(ClubSetup club, DateOnly businessDay) =>
        club.Zone.InstantOf(businessDay.AddDays(-club.Limits.DaysAhead), 0);
}
