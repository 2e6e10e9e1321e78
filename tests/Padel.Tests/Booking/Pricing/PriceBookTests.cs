using FsCheck;
using FsCheck.Fluent;
using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Tests.Booking.Pricing;

public sealed class PriceBookTests
{
    private static readonly DateOnly Tuesday = new(2026, 12, 1);
    private static readonly DateOnly Saturday = new(2026, 12, 5);
    private static readonly PriceBook Margalla = TestClub.Margalla.Prices;

    [Fact]
    public void At_the_peak_edge_a_weekday_game_is_one_off_peak_and_two_peak_half_hours()
    {
        var quote = Quote(Margalla, Tuesday, "16:30", 90);
        quote.Total.ShouldBe(Rupees(8000));
        quote.Segments.Select(segment => segment.RuleName).ShouldBe(["Off-peak", "Peak weekdays", "Peak weekdays"]);
        quote.Segments.Select(segment => segment.StartMinute).ShouldBe([990, 1020, 1050]);
        quote.IsPeak.ShouldBeTrue();
    }

    [Theory]
    [InlineData("16:00", 60, 4000, false)]
    [InlineData("17:00", 60, 6000, true)]
    [InlineData("22:30", 90, 7000, true)] // peak ends at 23:00
    [InlineData("23:00", 60, 4000, false)]
    [InlineData("24:00", 60, 4000, false)]
    public void Weekday_prices(string start, int duration, long rupees, bool peak)
    {
        var quote = Quote(Margalla, Tuesday, start, duration);
        (quote.Total, quote.IsPeak).ShouldBe((Rupees(rupees), peak));
    }

    [Fact]
    public void After_midnight_the_weekday_is_the_business_days()
    {
        // 23:30 on Saturday for 90 minutes: peak until 24:00, then Saturday's night, not Sunday's morning.
        var book = new PriceBook([TestClub.OffPeak, TestClub.PeakWeekend, TestClub.Rule("Saturday night", 1500) with
        {
            Weekdays = [DayOfWeek.Saturday], FromMinute = 1440, ToMinute = 1500,
        }]);
        Quote(book, Saturday, "23:30", 90).Segments.Select(segment => segment.RuleName).ShouldBe(["Peak weekend", "Saturday night", "Saturday night"]);
    }

    // Each rule is more specific than all before it: the last one that holds wins, whatever its price.
    [Fact]
    public void The_more_specific_rule_wins()
    {
        PriceRule[] rising =
        [
            TestClub.Rule("base", 1),
            TestClub.Rule("time", 2) with { FromMinute = 960, ToMinute = 1080 },
            TestClub.Rule("weekday", 3) with { Weekdays = [DayOfWeek.Tuesday] },
            TestClub.Rule("weekday and time", 4) with { Weekdays = [DayOfWeek.Tuesday], FromMinute = 960, ToMinute = 1080 },
            TestClub.Rule("court kind", 5) with { Surface = "panoramic" },
            TestClub.Rule("court", 6) with { CourtId = TestClub.Panoramic.CourtId },
            TestClub.Rule("price class", 7) with { PriceClass = "member" },
            TestClub.Rule("dated", 8) with { DateFrom = Tuesday, DateTo = Tuesday },
        ];
        for (var count = 1; count <= rising.Length; count++)
        {
            var book = new PriceBook(rising.Take(count).Reverse());
            book.Quote(TestClub.Panoramic, Tuesday, 1020, 30, "member").Value.Segments[0].RuleName.ShouldBe(rising[count - 1].Name);
        }
    }

    [Fact]
    public void Between_equally_specific_rules_priority_decides_and_then_the_newest()
    {
        var old = TestClub.Rule("old", 1);
        var newer = TestClub.Rule("newer", 2) with { CreatedAt = old.CreatedAt.AddDays(1) };
        var important = TestClub.Rule("important", 3) with { Priority = 1 };
        Quote(new PriceBook([newer, old]), Tuesday, "10:00", 30).Segments[0].RuleName.ShouldBe("newer");
        Quote(new PriceBook([newer, old, important]), Tuesday, "10:00", 30).Segments[0].RuleName.ShouldBe("important");
    }

    [Fact]
    public void The_last_day_of_a_dated_rule_is_included()
    {
        var book = new PriceBook([TestClub.OffPeak, TestClub.Rule("Eid", 5000) with { DateFrom = Tuesday, DateTo = Tuesday.AddDays(2) }]);
        Quote(book, Tuesday.AddDays(2), "24:00", 60).Total.ShouldBe(Rupees(10000));
        Quote(book, Tuesday.AddDays(3), "07:00", 60).Total.ShouldBe(Rupees(4000));
        Quote(book, Tuesday.AddDays(-1), "24:00", 60).Total.ShouldBe(Rupees(4000));
    }

    [Fact]
    public void Time_that_no_rule_covers_is_not_for_sale_rather_than_free()
    {
        var book = new PriceBook([TestClub.PeakWeekdays]);
        book.Quote(TestClub.Panoramic, Tuesday, 990, 60).Error.ShouldNotBeNull().Code.ShouldBe("booking.not_for_sale");
        book.Quote(TestClub.Panoramic, Tuesday, 1020, 60).Value.Total.ShouldBe(Rupees(6000));
    }

    [Fact]
    public void Other_price_classes_do_not_see_a_class_rule()
    {
        var book = new PriceBook([TestClub.OffPeak, TestClub.Rule("Members", 1500) with { PriceClass = "member" }]);
        book.Quote(TestClub.Panoramic, Tuesday, 600, 60, "member").Value.Total.ShouldBe(Rupees(3000));
        book.Quote(TestClub.Panoramic, Tuesday, 600, 60).Value.Total.ShouldBe(Rupees(4000));
    }

    [Fact]
    public void A_last_piece_shorter_than_half_an_hour_costs_its_share_in_whole_rupees()
    {
        var book = new PriceBook([TestClub.Rule("odd", 1001)]);
        book.Quote(TestClub.Panoramic, Tuesday, 600, 45).Value.Total.ShouldBe(Rupees(1001 + 501));
    }

    [Fact]
    public void A_price_is_the_sum_of_its_half_hours_wherever_it_is_cut() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from start in Gen.Choose(14, 46) from first in Gen.Choose(1, 4) from second in Gen.Choose(1, 4) from day in Gen.Choose(0, 6)
             select (start, first, second, day)).ToArbitrary(),
            cut =>
            {
                var date = Tuesday.AddDays(cut.day);
                var whole = Price(date, cut.start, cut.first + cut.second);
                return whole.Total == Price(date, cut.start, cut.first).Total + Price(date, cut.start + cut.first, cut.second).Total
                    && whole.Total.AmountMinor == whole.Segments.Sum(segment => segment.Amount.AmountMinor);
            }));

    private static PriceQuote Price(DateOnly date, int startHalfHour, int halfHours) =>
        Margalla.Quote(TestClub.Indoor, date, startHalfHour * 30, halfHours * 30).Value;

    private static PriceQuote Quote(PriceBook book, DateOnly day, string start, int duration) =>
        book.Quote(TestClub.Panoramic, day, TestClub.Minute(start), duration).Value;

    private static Money Rupees(long amount) => Money.Major(amount, Currency.Pkr);
}
