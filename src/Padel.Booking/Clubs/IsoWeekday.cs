namespace Padel.Booking.Clubs;

/// <summary>Weekdays as stored (ISO 8601: Monday is 1, Sunday 7) and as people write them in files and the API (<c>mon</c>).</summary>
internal static class IsoWeekday
{
    private static readonly string[] Names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    public static DayOfWeek ToDay(int iso) => (DayOfWeek)(iso % 7);

    public static int Of(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (int)day;

    public static string NameOf(DayOfWeek day) => Names[Of(day) - 1];

    public static int? Parse(string name) =>
        Array.IndexOf(Names, name.Trim().ToLowerInvariant()) is >= 0 and var index ? index + 1 : null;
}
