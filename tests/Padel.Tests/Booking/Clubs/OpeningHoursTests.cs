using FsCheck;
using FsCheck.Fluent;
using Padel.Booking.Clubs;

namespace Padel.Tests.Booking.Clubs;

public sealed class OpeningHoursTests
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private static readonly OpeningHours Margalla = TestClub.EveryDay("07:00", "25:00");

    [Theory]
    [InlineData("23:59", 0)]
    [InlineData("24:00", 0)]
    [InlineData("24:30", 0)] // half past midnight is still Friday's
    [InlineData("25:00", 1)] // the moment of closing is not
    [InlineData("27:00", 1)]
    [InlineData("31:00", 1)]
    public void Business_day(string clock, int daysLater) =>
        Margalla.BusinessDayOf(TestClub.At(Friday, clock), TestClub.Karachi).ShouldBe(Friday.AddDays(daysLater));

    [Fact]
    public void Without_late_hours_the_business_day_is_the_calendar_date() =>
        TestClub.EveryDay("07:00", "24:00").BusinessDayOf(TestClub.At(Friday, "24:00"), TestClub.Karachi).ShouldBe(Friday.AddDays(1));

    [Fact]
    public void A_dated_day_differs_from_its_weekday()
    {
        var ramadan = new OpeningHours(Margalla.Weekly, [new(Friday, new DayHours(1200, 1680)), new(Friday.AddDays(2), null)]);
        ramadan.HoursOn(Friday).ShouldBe((1200, 1680));
        ramadan.BusinessDayOf(TestClub.At(Friday, "27:30"), TestClub.Karachi).ShouldBe(Friday);
        ramadan.HoursOn(Friday.AddDays(1)).ShouldBe((420, 1500));
        ramadan.HoursOn(Friday.AddDays(2)).ShouldBeNull();
        ramadan.BusinessDayOf(TestClub.At(Friday.AddDays(2), "24:30"), TestClub.Karachi).ShouldBe(Friday.AddDays(3));
    }

    [Fact]
    public void A_morning_opens_when_the_night_before_has_ended()
    {
        var lateFriday = new OpeningHours(Margalla.Weekly, [new ExceptionalDay(Friday, new DayHours(1200, 1920))]);
        lateFriday.HoursOn(Friday.AddDays(1)).ShouldBe((480, 1500));
    }

    [Fact]
    public void Inside_hours_ends_with_the_moment_of_closing()
    {
        Margalla.Contains(Friday, 1410, 90).ShouldBeTrue();
        Margalla.Contains(Friday, 1410, 91).ShouldBeFalse();
        Margalla.Contains(Friday, 419, 60).ShouldBeFalse();
        new OpeningHours([]).Contains(Friday, 600, 60).ShouldBeFalse();
    }

    [Fact]
    public void Every_moment_of_trading_belongs_to_the_day_it_was_written_on() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from opens in Gen.Choose(0, 1439)
             from length in Gen.Choose(1, 1440)
             from otherOpens in Gen.Choose(0, 1439)
             from otherLength in Gen.Choose(1, 1440)
             from at in Gen.Choose(0, 100)
             select (opens, length, otherOpens, otherLength, at)).ToArbitrary(),
            drawn =>
            {
                var hours = new OpeningHours(
                    Enum.GetValues<DayOfWeek>().Select(day => KeyValuePair.Create(day, new DayHours(drawn.opens, drawn.opens + drawn.length))),
                    [new ExceptionalDay(Friday, new DayHours(drawn.otherOpens, drawn.otherOpens + drawn.otherLength))]);
                return Enumerable.Range(-1, 3).Select(Friday.AddDays).All(day =>
                    hours.HoursOn(day) is not var (opens, closes)
                    || hours.BusinessDayOf(TestClub.Karachi.InstantOf(day, opens + ((closes - 1 - opens) * drawn.at / 100)), TestClub.Karachi) == day);
            }));
}
