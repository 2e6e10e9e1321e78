using System.Globalization;

namespace Padel.Payments.Plans;

/// <summary>Times of a business day written HH:MM, up to 48:00, and weekdays as in the API (<c>mon</c>), stored as ISO numbers.</summary>
internal static class PlanTimes
{
    private const int LastMinute = 2880;
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Minutes from midnight of the business day; null when the text is no such time.</summary>
    public static int? Parse(string? text)
    {
        var parts = (text ?? "").Split(':');
        if (parts.Length != 2 || parts[0].Length is 0 or > 2 || parts[1].Length != 2
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59)
            return null;
        var total = (hours * 60) + minutes;
        return total <= LastMinute ? total : null;
    }

    public static string? Format(int? minute) =>
        minute is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at / 60:00}:{at % 60:00}") : null;

    public static int? ParseWeekday(string name) => Array.IndexOf(Weekdays, name) is >= 0 and var index ? index + 1 : null;

    public static string[]? FormatWeekdays(int[]? weekdays) => weekdays?.Select(day => Weekdays[day - 1]).ToArray();

    public static int Of(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;
}
