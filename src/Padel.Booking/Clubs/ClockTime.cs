using System.Globalization;

namespace Padel.Booking.Clubs;

/// <summary>Times of a business day written HH:MM; they may pass 24:00, up to 48:00.</summary>
internal static class ClockTime
{
    public const int LastMinute = 2880;

    /// <summary>Minutes from midnight of the business day; null when the text is no such time.</summary>
    public static int? Parse(string? text)
    {
        var parts = (text ?? "").Split(':');
        if (parts.Length != 2 || parts[0].Length is 0 or > 2 || parts[1].Length != 2)
            return null;
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59)
            return null;
        var total = (hours * 60) + minutes;
        return total <= LastMinute ? total : null;
    }

    /// <summary>1500 is 25:00.</summary>
    public static string Format(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
