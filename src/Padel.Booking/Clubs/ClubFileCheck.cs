using System.Text.RegularExpressions;
using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>What is wrong with a set-up file, field by field. The limits are those of the columns.</summary>
internal static partial class ClubFileCheck
{
    private const int MaxNameLength = 200;
    private const int MaxCourts = 100;
    private const int MaxDurations = 12;
    private const int MaxPrices = 1_000;
    private const long MaxAmount = 10_000_000;
    private const int MaxDurationMinutes = 720;
    private static readonly string[] KnownMethods = ["at_club", "wallet", "card", "jazzcash", "easypaisa", "bank_transfer", "plan"];

    public static List<(string Field, string Message)> Problems(ClubFile file)
    {
        var problems = new List<(string, string)>();
        Check(Fits(file.Name), "name", $"A name of 1 to {MaxNameLength} characters is needed.");
        Check(Slug().IsMatch(file.Slug), "slug", "Lower case letters, digits and hyphens only, at most 63.");
        Check(ClubZone.Exists(file.TimeZone), "timeZone", "Not in the time zone data; write a name like Asia/Karachi.");
        Check(Currency.IsKnown(file.Currency), "currency", "Not a currency this product knows.");
        Check(file.Address.Length <= 500, "address", "At most 500 characters.");
        Check(file.Phone is null || PhoneNumber.TryParse(file.Phone, out _), "phone", "Not a phone number.");
        Check(file.Location is null or { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 }, "location", "Not a place on earth.");
        CheckCourts(file, Check);
        CheckHours(file, Check);
        CheckSlots(file.Slots, Check);
        CheckPrices(file, Check);
        CheckPolicy(file, Check);
        return problems;

        void Check(bool holds, string field, string message)
        {
            if (!holds)
                problems.Add((field, message));
        }
    }

    private static void CheckCourts(ClubFile file, Action<bool, string, string> check)
    {
        check(file.Courts.Count is >= 1 and <= MaxCourts, "courts", $"Between 1 and {MaxCourts} courts.");
        check(file.Courts.Select(court => court.Name).Distinct().Count() == file.Courts.Count, "courts", "Two courts have the same name.");
        check(file.Courts.All(court => Fits(court.Name) && Fits(court.Surface)), "courts", "Every court needs a name and a surface.");
    }

    private static void CheckHours(ClubFile file, Action<bool, string, string> check)
    {
        var days = file.OpeningHours.SelectMany(hours => hours.Days).Select(IsoWeekday.Parse).ToList();
        check(days.Count > 0, "openingHours", "The club is never open.");
        check(days.All(day => day is not null), "openingHours", "Days are mon, tue, wed, thu, fri, sat, sun.");
        check(days.Distinct().Count() == days.Count, "openingHours", "A day has hours twice.");
        foreach (var hours in file.OpeningHours)
        {
            var (opens, closes) = (ClockTime.Parse(hours.Opens), ClockTime.Parse(hours.Closes));
            check(
                opens < OpeningHours.MinutesOfDay && closes > opens && closes - opens <= OpeningHours.MinutesOfDay,
                "openingHours", $"{hours.Opens} to {hours.Closes}: write HH:MM, closing after opening, at most 24 hours; 25:00 is one in the morning.");
        }
    }

    private static void CheckSlots(ClubFileSlots slots, Action<bool, string, string> check)
    {
        check(slots.GridMinutes is 15 or 30 or 60, "slots.gridMinutes", "15, 30 or 60.");
        check(slots.Durations.Count is >= 1 and <= MaxDurations, "slots.durations", $"Between 1 and {MaxDurations} lengths.");
        check(slots.Durations.All(minutes => minutes is >= 15 and <= MaxDurationMinutes), "slots.durations", $"15 to {MaxDurationMinutes} minutes.");
        check(slots.Durations.Distinct().Count() == slots.Durations.Count, "slots.durations", "A length is written twice.");
        check(slots.BufferMinutes is >= 0 and <= 120, "slots.bufferMinutes", "0 to 120 minutes.");
    }

    private static void CheckPrices(ClubFile file, Action<bool, string, string> check)
    {
        check(file.PricesPerHalfHour.Count is >= 1 and <= MaxPrices, "pricesPerHalfHour", "At least one price is needed.");
        foreach (var price in file.PricesPerHalfHour)
        {
            var (from, to) = (ClockTime.Parse(price.From), ClockTime.Parse(price.To));
            check(Fits(price.Name), "pricesPerHalfHour", "Every price needs a name.");
            check(price.Amount is >= 0 and <= MaxAmount, "pricesPerHalfHour", $"{price.Name}: the amount is out of range.");
            check(price.Days is null || (price.Days.Count > 0 && price.Days.All(day => IsoWeekday.Parse(day) is not null)),
                "pricesPerHalfHour", $"{price.Name}: days are mon, tue, wed, thu, fri, sat, sun.");
            check((price.From is null && price.To is null) || (from < to && from < ClockTime.LastMinute),
                "pricesPerHalfHour", $"{price.Name}: from and to are HH:MM, to after from.");
            check(price.DateFrom is null || price.DateTo is null || price.DateTo >= price.DateFrom,
                "pricesPerHalfHour", $"{price.Name}: dateTo is before dateFrom.");
            check(price.Court is null || file.Courts.Any(court => court.Name == price.Court),
                "pricesPerHalfHour", $"{price.Name}: there is no court {price.Court}.");
        }
    }

    private static void CheckPolicy(ClubFile file, Action<bool, string, string> check)
    {
        check(file.Limits.DaysAhead is >= 0 and <= 366, "limits.daysAhead", "0 to 366 days.");
        check(file.Limits.ActiveBookings is >= 1 and <= 1000, "limits.activeBookings", "1 to 1000.");
        check(file.Limits.SeriesWeeksAhead is >= 0 and <= 26, "limits.seriesWeeksAhead", "0 to 26 weeks.");
        check(file.Cancellation.FreeUntilHours is >= 0 and <= 720, "cancellation.freeUntilHours", "0 to 720 hours.");
        check(file.Cancellation.HalfUntilHours >= 0 && file.Cancellation.HalfUntilHours <= file.Cancellation.FreeUntilHours,
            "cancellation.halfUntilHours", "Between 0 and freeUntilHours.");
        check(file.Cancellation.GraceMinutes is >= 0 and <= 1440, "cancellation.graceMinutes", "0 to 1440 minutes.");
        check(file.Cancellation.NoShowFeePercent is >= 0 and <= 100, "cancellation.noShowFeePercent", "0 to 100.");
        check(file.Payments.Methods.Count > 0 && file.Payments.Methods.All(KnownMethods.Contains),
            "payments.methods", $"At least one of {string.Join(", ", KnownMethods)}.");
        check(file.Payments.HoldMinutes is >= 1 and <= 240, "payments.holdMinutes", "1 to 240 minutes.");
    }

    private static bool Fits(string text) => !string.IsNullOrWhiteSpace(text) && text.Length <= MaxNameLength && !text.Any(char.IsControl);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}\\z")]
    private static partial Regex Slug();
}
