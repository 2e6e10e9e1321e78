using Padel.Booking.Clubs;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Tests.Booking;

/// <summary>The pilot club's set-up as the tests know it: 07:00 to 01:00, half hours, 60/90/120, peak in the evening.</summary>
internal static class TestClub
{
    public static readonly ClubZone Karachi = ClubZone.Of("Asia/Karachi");
    public static readonly Court Panoramic = new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "Court 1", "panoramic", false, 1);
    public static readonly Court Indoor = new(Guid.Parse("00000000-0000-7000-8000-000000000005"), "Court 5", "classic", true, 5);

    public static readonly DayOfWeek[] Weekdays =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static readonly PriceRule OffPeak = Rule("Off-peak", 2000);
    public static readonly PriceRule PeakWeekdays = Rule("Peak weekdays", 3000) with { Weekdays = Weekdays, FromMinute = 1020, ToMinute = 1380 };

    public static readonly PriceRule PeakWeekend =
        Rule("Peak weekend", 3000) with { Weekdays = [DayOfWeek.Saturday, DayOfWeek.Sunday], FromMinute = 960, ToMinute = 1440 };

    public static readonly ClubSetup Margalla = new(
        Guid.Parse("00000000-0000-7000-8000-0000000000c1"), "margalla", "Margalla Padel Club", "F-7 Markaz, Islamabad", 33.7215, 73.0566,
        "+92511234567", Karachi, Currency.Pkr, [Panoramic, Indoor], EveryDay("07:00", "25:00"),
        new SlotRules(30, [60, 90, 120], AvoidGaps: true, BufferMinutes: 0), new BookingLimits(14, 6, 8),
        new CancellationPolicy(24, 6, 60, 100), new PaymentRules(["at_club"], 10, VerifiedContactForAtClub: true),
        new PriceBook([OffPeak, PeakWeekdays, PeakWeekend]), 1);

    public static PriceRule Rule(string name, long rupees) =>
        new(Guid.CreateVersion7(), name, Money.Major(rupees, Currency.Pkr), DateTimeOffset.UnixEpoch);

    public static OpeningHours EveryDay(string opens, string closes) => new(
        Enum.GetValues<DayOfWeek>().Select(day => KeyValuePair.Create(day, new DayHours(Minute(opens), Minute(closes)))));

    public static int Minute(string clock) => (int.Parse(clock[..2], null) * 60) + int.Parse(clock[3..], null);

    /// <summary>An instant by the club's clock; 25:00 is one in the morning.</summary>
    public static DateTimeOffset At(DateOnly day, string clock) => Karachi.InstantOf(day, Minute(clock));
}
