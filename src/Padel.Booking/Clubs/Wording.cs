using System.Globalization;
using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>Amounts and times as people in the club read them, for sentences the server writes.</summary>
internal static class Wording
{
    /// <summary>Rs 4,500; other currencies by their code.</summary>
    public static string Amount(Money money)
    {
        var major = money.AmountMinor / (decimal)money.Currency.MajorUnit;
        var number = major.ToString(major == Math.Truncate(major) ? "N0" : "N2", CultureInfo.InvariantCulture);
        return money.Currency == Currency.Pkr ? $"Rs {number}" : $"{money.Currency.Code} {number}";
    }

    /// <summary>Fri 27 Nov, 18:30.</summary>
    public static string Moment(DateTimeOffset instant, ClubZone zone) =>
        zone.Local(instant).ToString("ddd d MMM, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>07:00; 1500 is 01:00, for people do not read 25:00.</summary>
    public static string Clock(int minute) =>
        TimeOnly.MinValue.AddMinutes(minute).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Minutes(int minutes) => minutes switch
    {
        60 => "1 hour",
        _ when minutes % 60 == 0 => $"{minutes / 60} hours",
        _ => $"{minutes} minutes",
    };
}
