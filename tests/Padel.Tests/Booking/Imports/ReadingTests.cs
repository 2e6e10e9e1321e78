using Padel.Booking.Clubs;
using Padel.Booking.Imports.Reading;
using Padel.Kernel;
using Padel.Platform.Files;

namespace Padel.Tests.Booking.Imports;

/// <summary>What receptions write, and what it means; an empty meaning is one that cannot be read.</summary>
public sealed class ReadingTests
{
    [Theory]
    [InlineData("01/08/2026", "2026-08-01")]
    [InlineData("1/8/26", "2026-08-01")]
    [InlineData(" 1/8/2026 ", "2026-08-01")]
    [InlineData("31-12-2026", "2026-12-31")]
    [InlineData("31.12.26", "2026-12-31")]
    [InlineData("01 08 2026", "2026-08-01")]
    [InlineData("2026-08-01", "2026-08-01")]
    [InlineData("2026/8/1", "2026-08-01")]
    [InlineData("2026-08-01 00:00:00", "2026-08-01")]
    [InlineData("1/8/2026 0:00", "2026-08-01")]
    [InlineData("1-Aug-2026", "2026-08-01")]
    [InlineData("01-AUG-26", "2026-08-01")]
    [InlineData("1 august 2026", "2026-08-01")]
    [InlineData("1st Aug, 2026", "2026-08-01")]
    [InlineData("30 Sept 2026", "2026-09-30")]
    [InlineData("23Dec2026", "2026-12-23")]
    [InlineData("Aug 1, 2026", "2026-08-01")]
    [InlineData("29/02/2028", "2028-02-29")]
    [InlineData("29/02/2026", "")] // no leap year
    [InlineData("31/11/2026", "")]
    [InlineData("08/13/2026", "")] // month first is not how a day-first log writes
    [InlineData("2026-13-04", "")]
    [InlineData("32/01/2026", "")]
    [InlineData("00/01/2026", "")]
    [InlineData("01/08-2026", "")]
    [InlineData("1/8", "")]
    [InlineData("1/8/026", "")]
    [InlineData("01/08/1926", "")]
    [InlineData("1-Foo-2026", "")]
    [InlineData("1-Ma-2026", "")] // March or May
    [InlineData("tomorrow", "")]
    [InlineData("", "")]
    [InlineData("١/٨/٢٠٢٦", "")]
    public void A_date_is_read_day_first(string text, string expected) =>
        (WrittenDate.TryParse(text, out var date) ? $"{date:yyyy-MM-dd}" : "").ShouldBe(expected);

    [Theory]
    [InlineData("20:00", 1200)]
    [InlineData("07:30", 450)]
    [InlineData("7:30", 450)]
    [InlineData("00:30", 30)]
    [InlineData("9:30pm", 1290)]
    [InlineData("10:30 PM", 1350)]
    [InlineData("6.30 PM", 1110)]
    [InlineData("18.30", 1110)]
    [InlineData("6 PM", 1080)]
    [InlineData("6pm", 1080)]
    [InlineData("6 p.m.", 1080)]
    [InlineData("12 PM", 720)]
    [InlineData("12:30 pm", 750)]
    [InlineData("12am", 0)]
    [InlineData("12:30 AM", 30)]
    [InlineData("00:30 AM", 30)]
    [InlineData("1830", 1110)]
    [InlineData("20:00:00", 1200)]
    [InlineData("24:00", -1)]
    [InlineData("25:00", -1)]
    [InlineData("13:00 PM", -1)]
    [InlineData("0:30 PM", -1)]
    [InlineData("9:60", -1)]
    [InlineData("9:5pm", -1)]
    [InlineData("8", -1)] // morning or evening?
    [InlineData("evening", -1)]
    [InlineData("-9:00", -1)]
    [InlineData("", -1)]
    public void A_time_is_read(string text, int expected) => (LogTime.TryParse(text, out var minute) ? minute : -1).ShouldBe(expected);

    [Theory]
    [InlineData("90", 90)]
    [InlineData("90 min", 90)]
    [InlineData("90min.", 90)]
    [InlineData("120 Minutes", 120)]
    [InlineData("60m", 60)]
    [InlineData("1.5 hr", 90)]
    [InlineData("1.5h", 90)]
    [InlineData("1 hr", 60)]
    [InlineData("2 hrs", 120)]
    [InlineData("2 hours", 120)]
    [InlineData("1h30", 90)]
    [InlineData("1h 30m", 90)]
    [InlineData("1 hr 30 min", 90)]
    [InlineData("1 hour and 30 minutes", 90)]
    [InlineData("1:30", 90)]
    [InlineData("1.25 hr", 75)]
    [InlineData("1.33 hr", 0)]
    [InlineData("0", 0)]
    [InlineData("-90", 0)]
    [InlineData("1.5", 0)] // of what?
    [InlineData("long", 0)]
    [InlineData("99999999999 min", 0)]
    [InlineData("", 0)]
    public void A_length_is_read_in_minutes(string text, int expected) =>
        (LogDuration.TryParse(text, out var minutes) ? minutes : 0).ShouldBe(expected);

    [Theory]
    [InlineData("6000", 600_000)]
    [InlineData("6,000", 600_000)]
    [InlineData("1,20,000", 12_000_000)]
    [InlineData("120,000", 12_000_000)]
    [InlineData("6000/-", 600_000)]
    [InlineData("6,000 /=", 600_000)]
    [InlineData("Rs 6,000", 600_000)]
    [InlineData("Rs.6,000/-", 600_000)]
    [InlineData("rs6000", 600_000)]
    [InlineData("₨ 6000", 600_000)]
    [InlineData("PKR 6,000.00", 600_000)]
    [InlineData("6000 PKR", 600_000)]
    [InlineData("6000.50", 600_050)]
    [InlineData("0.1", 10)]
    [InlineData("0", 0)]
    [InlineData("999999999999", 99_999_999_999_900)]
    [InlineData("9999999999999", -1)]
    [InlineData("6000.505", -1)] // half a paisa
    [InlineData("60,00", -1)]
    [InlineData("6,0000", -1)]
    [InlineData("-6000", -1)]
    [InlineData("6k", -1)]
    [InlineData("USD 60", -1)]
    [InlineData("free", -1)]
    [InlineData("1e6", -1)]
    [InlineData("", -1)]
    public void An_amount_is_read_in_paisa(string text, long expected) =>
        (WrittenAmount.TryParse(text, Currency.Pkr, out var amount) ? amount.AmountMinor : -1).ShouldBe(expected);

    [Fact]
    public void Another_clubs_currency_is_its_own()
    {
        WrittenAmount.TryParse("USD 60.5", Currency.Of("USD"), out var dollars).ShouldBeTrue();
        dollars.ShouldBe(new Money(6050, Currency.Of("USD")));
        WrittenAmount.TryParse("Rs 60", Currency.Of("USD"), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("played", "completed")]
    [InlineData("Played ", "completed")]
    [InlineData("no show", "no_show")]
    [InlineData("No-Show", "no_show")]
    [InlineData("NOSHOW", "no_show")]
    [InlineData("cancelled", "cancelled")]
    [InlineData("Canceled", "cancelled")]
    [InlineData("booked", "confirmed")]
    [InlineData("maybe", "")]
    [InlineData("", "")]
    public void A_status_is_read(string text, string expected)
    {
        LogStatus.TryParse(text, out var status).ShouldBe(expected.Length > 0);
        status.ShouldBe(expected);
    }

    [Theory]
    [InlineData("CASH", "at_club", true)]
    [InlineData("JazzCash", "jazzcash", true)]
    [InlineData("Easy Paisa", "easypaisa", true)]
    [InlineData("bank", "bank_transfer", true)]
    [InlineData("Unpaid", "at_club", false)]
    [InlineData("", "at_club", false)]
    public void A_way_to_pay_is_read(string text, string payWith, bool paid)
    {
        PaidVia.TryParse(text, out var paidVia).ShouldBeTrue();
        paidVia.ShouldBe(new PaidVia(payWith, paid));
    }

    [Fact]
    public void An_unknown_way_to_pay_is_unpaid_and_told()
    {
        PaidVia.TryParse("goats", out var paidVia).ShouldBeFalse();
        paidVia.Paid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Court 1", "Court 1")]
    [InlineData("court1", "Court 1")]
    [InlineData("COURT  01", "Court 1")]
    [InlineData("C1", "Court 1")]
    [InlineData("c-1", "Court 1")]
    [InlineData("Ct. 1", "Court 1")]
    [InlineData("#1", "Court 1")]
    [InlineData("Court No. 1", "Court 1")]
    [InlineData("1", "Court 1")]
    [InlineData("10", "Court 10")]
    [InlineData("centre court", "Centre Court")]
    [InlineData("Court B", "Court B")]
    [InlineData("b", "Court B")]
    [InlineData("Indoor 3", "Indoor 3")]
    [InlineData("3", null)] // Indoor 3 or Outdoor 3?
    [InlineData("Court 9", null)]
    [InlineData("11", null)]
    [InlineData("Tennis 1", null)]
    [InlineData("", null)]
    public void A_court_is_found_by_name_or_number(string text, string? expected)
    {
        string[] names = ["Court 1", "Court 10", "Centre Court", "Court B", "Indoor 3", "Outdoor 3"];
        var finder = new CourtFinder(names.Select((name, index) => new Court(Guid.CreateVersion7(), name, "panoramic", false, index)));
        finder.Find(text)?.Name.ShouldBe(expected);
        (finder.Find(text) is null).ShouldBe(expected is null);
    }

    [Theory]
    [InlineData("  Maham   Tanaka ", "Maham Tanaka")]
    [InlineData("NOOR TANAKA", "Noor Tanaka")]
    [InlineData("AJ", "AJ")]
    [InlineData("Maham\r\nTanaka\0", "Maham Tanaka")]
    [InlineData("نور احمد", "نور احمد")]
    [InlineData("", "")]
    public void A_name_is_cleaned(string text, string expected) => Words.Name(text).ShouldBe(expected);

    [Fact]
    public void A_long_text_is_cut_between_characters() => Words.Clean("ab🎾", 3).ShouldBe("ab");
}
