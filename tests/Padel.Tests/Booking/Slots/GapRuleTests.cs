using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Tests.Booking.Slots;

public sealed class GapRuleTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly DateTimeOffset LongBefore = TestClub.At(Day.AddDays(-3), "12:00");

    // The worked example of the rule: shortest length 60, open 18:00 to 23:00, taken 19:30 to 21:00.
    [Theory]
    [InlineData("18:00", 90, false)]
    [InlineData("18:00", 60, true)]
    [InlineData("18:30", 60, true)]
    [InlineData("21:00", 60, false)]
    [InlineData("21:30", 90, true)]
    [InlineData("21:00", 90, true)]
    [InlineData("21:00", 120, false)]
    public void Worked_example_row_by_row(string start, int duration, bool leavesGap)
    {
        var day = Open("18:00", "23:00");
        GapRule.Leaves(day, [Taken("19:30", "21:00")], TestClub.At(Day, start), duration, LongBefore).ShouldBe(leavesGap);
        Offered(day, [Taken("19:30", "21:00")], LongBefore).Contains((start, duration)).ShouldBe(!leavesGap);
    }

    [Fact]
    public void When_every_choice_wastes_the_least_wasteful_may_be_sold()
    {
        // Only 90s and 120s are sold; a hole of 150 minutes can waste 60 or 30.
        var day = Open("18:00", "20:30", durations: [90, 120]);
        Offered(day, [], LongBefore).ShouldBe([("18:00", 120), ("18:30", 120)]);
    }

    [Fact]
    public void A_hole_of_the_shortest_length_is_sold_whole()
    {
        Offered(Open("18:00", "23:00"), [Taken("19:00", "23:00")], LongBefore).ShouldBe([("18:00", 60)]);
    }

    [Fact]
    public void Starts_within_one_shortest_length_from_now_are_exempt()
    {
        var day = Open("18:00", "23:00");
        var taken = Taken("20:00", "23:00");
        GapRule.Leaves(day, [taken], TestClub.At(Day, "18:30"), 60, TestClub.At(Day, "17:30").AddSeconds(-1)).ShouldBeTrue();
        GapRule.Leaves(day, [taken], TestClub.At(Day, "18:30"), 60, TestClub.At(Day, "17:30")).ShouldBeFalse();
    }

    [Fact]
    public void A_club_may_switch_the_rule_off()
    {
        var day = Open("18:00", "23:00", avoidGaps: false);
        GapRule.Leaves(day, [Taken("19:30", "21:00")], TestClub.At(Day, "18:30"), 60, LongBefore).ShouldBeFalse();
        Offered(day, [Taken("19:30", "21:00")], LongBefore).ShouldContain(("18:30", 60));
    }

    [Fact]
    public void A_taken_or_unknown_start_is_not_this_rules_business()
    {
        var day = Open("18:00", "23:00");
        GapRule.Leaves(day, [Taken("19:30", "21:00")], TestClub.At(Day, "20:00"), 60, LongBefore).ShouldBeFalse();
        GapRule.Leaves(day, [], TestClub.At(Day, "18:10"), 60, LongBefore).ShouldBeFalse();
    }

    [Fact]
    public void In_front_of_a_claim_the_booking_needs_its_own_buffer()
    {
        // A claim carries 30 minutes of buffer behind its end, and the game before it has to leave as much.
        var day = Open("18:00", "23:00", buffer: 30);
        var offered = Offered(day, [Taken("20:00", "21:30")], LongBefore);
        offered.ShouldContain(("18:00", 90));
        offered.ShouldNotContain(("18:00", 120));
        offered.ShouldNotContain(("18:30", 60));
        offered.ShouldNotContain(("18:30", 90));
    }

    [Fact]
    public void At_closing_no_buffer_is_needed()
    {
        Offered(Open("21:00", "23:00", buffer: 30), [], LongBefore).ShouldContain(("21:00", 120));
    }

    private static SlotDay Open(string opens, string closes, int[]? durations = null, bool avoidGaps = true, int buffer = 0) =>
        SlotDay.Of(
            TestClub.Margalla with
            {
                Hours = TestClub.EveryDay(opens, closes),
                Slots = new SlotRules(30, durations ?? [60, 90, 120], avoidGaps, buffer),
            },
            Day).ShouldNotBeNull();

    private static TimeSlot Taken(string from, string to) => new(TestClub.At(Day, from), TestClub.At(Day, to));

    private static List<(string Start, int Duration)> Offered(SlotDay day, TimeSlot[] claims, DateTimeOffset now) =>
        [.. FreeSlots.Of(day, claims, now).SelectMany(slot => slot.Durations.Select(duration => (Clock(slot.Start), duration)))];

    private static string Clock(SlotStart start) => $"{start.WallMinute / 60:00}:{start.WallMinute % 60:00}";
}
