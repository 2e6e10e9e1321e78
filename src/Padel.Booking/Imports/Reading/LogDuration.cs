using System.Globalization;
using System.Text.RegularExpressions;

namespace Padel.Booking.Imports.Reading;

/// <summary>Lengths as a reception writes them, in whole minutes: 90, 90 min, 1.5 hr, 2 hrs, 1h30, 1 hr 30 min, 1:30. A bare number is minutes.</summary>
internal static partial class LogDuration
{
    private const int MinutesOfHour = 60;

    public static bool TryParse(string text, out int minutes)
    {
        minutes = 0;
        var trimmed = text.Trim();
        if (Minutes().Match(trimmed) is { Success: true } plain)
            minutes = Number(plain, "minutes");
        else if (HoursAndMinutes().Match(trimmed) is { Success: true } both)
            minutes = (Number(both, "hours") * MinutesOfHour) + Number(both, "minutes");
        else if (Hours().Match(trimmed) is { Success: true } hours)
            minutes = WholeMinutes(hours.Groups["hours"].ValueSpan);
        return minutes > 0;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    // 1.25 hr is 75 minutes; 1.33 hr is no whole number of minutes and so no length.
    private static int WholeMinutes(ReadOnlySpan<char> hours)
    {
        var minutes = decimal.Parse(hours, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * MinutesOfHour;
        return minutes == decimal.Truncate(minutes) ? (int)minutes : 0;
    }

    [GeneratedRegex(@"^(?<minutes>[0-9]{1,4})\s*(m|mins?|minutes?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"^(?<hours>[0-9]{1,2})(:|\s*(h|hrs?|hours?)\.?\s*(and\s*)?)(?<minutes>[0-5]?[0-9])\s*(m|mins?|minutes?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoursAndMinutes();

    [GeneratedRegex(@"^(?<hours>[0-9]{1,2}(\.[0-9]{1,2})?)\s*(h|hrs?|hours?)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
