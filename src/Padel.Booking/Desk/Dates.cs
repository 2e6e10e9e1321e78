namespace Padel.Booking.Desk;

/// <summary>Dates in an address are as wide as those in a body: far enough for every record, near enough to count days without overflow.</summary>
internal static class Dates
{
    public const string Usual = "Between 1900 and 2200.";
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static bool AreUsual(DateOnly date) => date.Year is >= FirstYear and <= LastYear;

    public static bool AreUsual(DateTimeOffset instant) => instant.Year is >= FirstYear and <= LastYear;
}
