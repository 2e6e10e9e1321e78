using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Tests.Booking.Slots;

public sealed class FreeSlotsTests
{
    private static readonly DateOnly Day = new(2026, 12, 4);
    private static readonly SlotDay Friday = SlotDay.Of(TestClub.Margalla, Day)!; // open every day
    private static readonly DateTimeOffset LongBefore = TestClub.At(Day.AddDays(-3), "12:00");

    [Theory]
    [InlineData("23:30", 90, true)] // until closing at 01:00
    [InlineData("23:30", 120, false)]
    [InlineData("24:00", 60, true)] // the last hour of the business day
    [InlineData("24:00", 90, false)]
    [InlineData("24:30", 60, false)]
    [InlineData("07:00", 60, true)]
    [InlineData("06:30", 60, false)]
    public void The_night_belongs_to_the_day_it_began(string start, int duration, bool offered)
    {
        var slots = FreeSlots.Of(Friday, [], LongBefore);
        slots.Any(slot => Friday.InstantOf(slot.Start.Minute) == TestClub.At(Day, start) && slot.Durations.Contains(duration)).ShouldBe(offered);
    }

    [Fact]
    public void A_start_that_has_passed_is_gone_and_one_at_this_moment_is_not()
    {
        var at = TestClub.At(Day, "18:00");
        First(at).ShouldBe(at);
        First(at.AddSeconds(1)).ShouldBe(TestClub.At(Day, "18:30"));

        static DateTimeOffset First(DateTimeOffset now) => Friday.InstantOf(FreeSlots.Of(Friday, [], now)[0].Start.Minute);
    }

    [Fact]
    public void A_claim_with_odd_minutes_covers_the_half_hours_it_touches()
    {
        var claim = new TimeSlot(TestClub.At(Day, "17:50"), TestClub.At(Day, "19:10"));
        var starts = FreeSlots.Of(Friday, [claim], LongBefore).ConvertAll(slot => slot.Start.WallMinute);
        starts.ShouldNotContain(TestClub.Minute("17:00"));
        starts.ShouldContain(TestClub.Minute("16:30"));
        starts.ShouldNotContain(TestClub.Minute("19:00"));
        starts.ShouldContain(TestClub.Minute("19:30"));
    }

    [Fact]
    public void A_closed_day_sells_nothing()
    {
        var closed = new OpeningHours(TestClub.Margalla.Hours.Weekly, [new ExceptionalDay(Day, null)]);
        SlotDay.Of(TestClub.Margalla with { Hours = closed }, Day).ShouldBeNull();
    }

    [Fact]
    public void On_the_night_clocks_go_forward_the_skipped_hour_is_not_sold_and_lengths_stay_true()
    {
        // Berlin, 29 March 2026: 02:00 becomes 03:00. A club open until 05:00.
        var berlin = TestClub.Margalla with { Zone = ClubZone.Of("Europe/Berlin"), Hours = TestClub.EveryDay("20:00", "29:00") };
        var day = SlotDay.Of(berlin, new DateOnly(2026, 3, 28)).ShouldNotBeNull();
        var slots = FreeSlots.Of(day, [], DateTimeOffset.UnixEpoch);
        slots.ShouldNotContain(slot => slot.Start.WallMinute == TestClub.Minute("26:00") || slot.Start.WallMinute == TestClub.Minute("26:30"));
        var last = slots[^1];
        day.InstantOf(last.Start.Minute).AddMinutes(last.Durations[^1]).ShouldBe(berlin.Zone.InstantOf(new DateOnly(2026, 3, 29), 300));
        slots.Single(slot => slot.Start.WallMinute == TestClub.Minute("25:30")).Durations.ShouldBe([60, 90]); // 120 would leave half an hour
    }

    [Fact]
    public void The_booking_window_counts_business_days_and_opens_at_midnight()
    {
        var lateOnFriday = BookingWindow.Of(TestClub.Margalla, TestClub.At(Day, "23:59"));
        lateOnFriday.ShouldBe(new BookingWindow(Day, Day.AddDays(14)));

        // Half past midnight: Friday's last game can still be had, and one more day is open.
        var stillFriday = BookingWindow.Of(TestClub.Margalla, TestClub.At(Day, "24:30"));
        stillFriday.ShouldBe(new BookingWindow(Day, Day.AddDays(15)));
        BookingWindow.OpensAt(TestClub.Margalla, Day.AddDays(15)).ShouldBe(TestClub.At(Day, "24:00"));

        BookingWindow.Of(TestClub.Margalla, TestClub.At(Day, "25:00")).FirstDay.ShouldBe(Day.AddDays(1));
    }
}
