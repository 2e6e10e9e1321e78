using System.Globalization;
using System.Text.RegularExpressions;

namespace Padel.Platform.Files;

/// <summary>
/// Calendar dates as a reception writes them, day first: 01/08/2026, 1/8/26, 1-Aug-2026, 1 August 2026, Aug 1, 2026, and 2026-08-01.
/// What cannot be a date (31/02/2026, tomorrow) is none.
/// </summary>
public static partial class WrittenDate
{
    private const int Century = 2000;
    private const int FirstYear = 2000;
    private const int LastYear = 2099;

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    public static bool TryParse(string text, out DateOnly date)
    {
        date = default;
        if (Read(text.Trim()) is not var (year, month, day) || year is < FirstYear or > LastYear || month is < 1 or > 12)
            return false;
        if (day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    private static (int Year, int Month, int Day)? Read(string text)
    {
        if (DayFirst().Match(text) is { Success: true } numbers)
            return (Year(numbers), Number(numbers, "month"), Number(numbers, "day"));
        if (YearFirst().Match(text) is { Success: true } iso)
            return (Year(iso), Number(iso, "month"), Number(iso, "day"));
        if (NamedMonth().Match(text) is { Success: true } named || (named = MonthFirst().Match(text)).Success)
            return (Year(named), MonthOf(named.Groups["name"].Value), Number(named, "day"));
        return null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static int Year(Match match) =>
        match.Groups["year"].Length == 2 ? Century + Number(match, "year") : Number(match, "year");

    // Any beginning of an English month from three letters on (Jan, Janu, January), and the common Sept.
    private static int MonthOf(string name) =>
        Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;

    // A spreadsheet may add midnight to a date.
    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(?<by>[/.\- ])(?<month>[0-9]{1,2})\k<by>(?<year>[0-9]{4}|[0-9]{2})( 0?0:00(:00)?)?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?<by>[/.\-])(?<month>[0-9]{1,2})\k<by>(?<day>[0-9]{1,2})([ T]0?0:00(:00)?)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<day>[0-9]{1,2})(st|nd|rd|th)?[ \-/.]*(?<name>[a-z]{3,9})[ \-/.,]*(?<year>[0-9]{4}|[0-9]{2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"^(?<name>[a-z]{3,9})[ .\-]*(?<day>[0-9]{1,2})(st|nd|rd|th)?[ ,\-]+(?<year>[0-9]{4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MonthFirst();
}
