using System.Globalization;
using System.Text.RegularExpressions;

namespace Padel.Booking.Imports.Reading;

/// <summary>
/// Times of day as a reception writes them: 20:00, 9:30pm, 10:30 PM, 6.30 PM, 6 PM, 12am, 00:30, 1830. A bare hour without am or pm (8) could
/// be morning or evening and is none.
/// </summary>
internal static partial class LogTime
{
    private const int HoursOfHalfDay = 12;
    private const int HoursOfDay = 24;

    /// <summary>Minutes from midnight of the calendar date.</summary>
    public static bool TryParse(string text, out int minute)
    {
        minute = 0;
        var trimmed = text.Trim();
        var match = Clock().Match(trimmed);
        if (!match.Success && !(match = FourDigits().Match(trimmed)).Success)
            return false;

        var hour = Number(match, "hour") ?? 0;
        var half = match.Groups["half"].Value;
        if (half.Length == 0 && (hour >= HoursOfDay || !match.Groups["minute"].Success))
            return false;
        if (half.Length > 0 && (hour > HoursOfHalfDay || (hour == 0 && !IsMorning(half))))
            return false; // 00:30 AM is half past midnight, but 0:30 PM and 13:00 PM contradict themselves

        if (half.Length > 0)
            hour = (hour % HoursOfHalfDay) + (IsMorning(half) ? 0 : HoursOfHalfDay);
        minute = (hour * 60) + (Number(match, "minute") ?? 0);
        return true;
    }

    private static bool IsMorning(string half) => half[0] is 'a' or 'A';

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<hour>[0-9]{1,2})([:.](?<minute>[0-5][0-9])(:00)?)?\s*(?<half>am|pm|a\.m\.?|p\.m\.?)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<hour>[0-9]{2})(?<minute>[0-5][0-9])\s*(?<half>am|pm)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();
}
