using Padel.Booking.Availability;

namespace Padel.Booking.Clubs;

/// <summary>A club as the API shows it to anyone.</summary>
/// <param name="Policy">The rules in plain sentences.</param>
/// <param name="DepositPercent">The share of the price that is paid when booking; 0: the whole.</param>
/// <param name="HoldMinutes">How long a court waits while its player pays.</param>
/// <param name="Today">The business day that is trading now.</param>
/// <param name="LastBookableDay">The last business day a player may book.</param>
/// <param name="OpenUntil">When the club closes, while it is open.</param>
internal sealed record ClubBody(
    Guid ClubId, string Slug, string Name, string Address, ClubLocation? Location, string? Phone, string TimeZone, string Currency,
    IReadOnlyList<ClubCourt> Courts, IReadOnlyList<ClubHours> OpeningHours, SlotRules Slots, ClubLimits Limits,
    CancellationPolicy Cancellation, IReadOnlyList<string> Policy, IReadOnlyList<string> PaymentMethods,
    int DepositPercent, int HoldMinutes, DateOnly Today, DateOnly LastBookableDay, DateTimeOffset? OpenUntil)
{
    public static ClubBody Of(ClubSetup club, DateTimeOffset now)
    {
        var window = BookingWindow.Of(club, now);
        return new ClubBody(
            club.ClubId, club.Slug, club.Name, club.Address,
            club is { Latitude: { } latitude, Longitude: { } longitude } ? new ClubLocation(latitude, longitude) : null,
            club.Phone, club.Zone.Name, club.Currency.Code,
            [.. club.Courts.Select(court => new ClubCourt(court.CourtId, court.Name, court.Surface, court.Indoor))],
            HoursOf(club), club.Slots, new ClubLimits(club.Limits.DaysAhead, club.Limits.ActiveBookings), club.Cancellation,
            PolicyInWords.Of(club), club.Payments.Methods,
            club.Payments.DepositPercent, club.Payments.HoldMinutes, window.FirstDay, window.LastDay, OpenUntilOf(club, window.FirstDay, now));
    }

    private static List<ClubHours> HoursOf(ClubSetup club) =>
        [.. club.Hours.Weekly
            .OrderBy(day => IsoWeekday.Of(day.Key))
            .GroupBy(day => day.Value, day => IsoWeekday.NameOf(day.Key))
            .Select(group => new ClubHours([.. group], ClockTime.Format(group.Key.OpensMinute), ClockTime.Format(group.Key.ClosesMinute)))];

    private static DateTimeOffset? OpenUntilOf(ClubSetup club, DateOnly today, DateTimeOffset now)
    {
        if (club.Hours.HoursOn(today) is not var (opens, closes) || now < club.Zone.InstantOf(today, opens))
            return null;
        var closing = club.Zone.InstantOf(today, closes);
        return now < closing ? closing : null;
    }
}

internal sealed record ClubLocation(double Latitude, double Longitude);

internal sealed record ClubCourt(Guid CourtId, string Name, string Surface, bool Indoor);

internal sealed record ClubHours(IReadOnlyList<string> Days, string Opens, string Closes);

internal sealed record ClubLimits(int DaysAhead, int ActiveBookings);
