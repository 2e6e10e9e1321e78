using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;

namespace Padel.Tests.Kernel;

public sealed class ClubZoneTests
{
    private static readonly ClubZone Karachi = ClubZone.Of("Asia/Karachi");
    private static readonly ClubZone Berlin = ClubZone.Of("Europe/Berlin");
    private static readonly DateOnly SpringForward = new(2026, 3, 29);
    private static readonly DateOnly FallBack = new(2026, 10, 25);

    [Fact]
    public void One_in_the_morning_is_minute_1500_of_the_night()
    {
        var instant = Karachi.InstantOf(new DateOnly(2026, 12, 4), 1500);
        instant.ShouldBe(new DateTimeOffset(2026, 12, 4, 20, 0, 0, TimeSpan.Zero));
        instant.Offset.ShouldBe(TimeSpan.Zero);
        Karachi.DateOf(instant).ShouldBe(new DateOnly(2026, 12, 5));
        Karachi.MinuteOf(new DateOnly(2026, 12, 4), instant).ShouldBe(1500);
    }

    [Fact]
    public void The_past_of_a_zone_counts_too()
    {
        // Pakistan kept summer time in 2008 (+06:00).
        Karachi.InstantOf(new DateOnly(2008, 7, 1), 720).ShouldBe(new DateTimeOffset(2008, 7, 1, 6, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void A_skipped_time_means_the_first_moment_after_the_gap() =>
        Berlin.InstantOf(SpringForward, 150).ShouldBe(new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_time_that_comes_twice_means_the_first() =>
        Berlin.InstantOf(FallBack, 150).ShouldBe(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Minutes_are_the_wall_clocks_on_the_day_of_a_change()
    {
        Berlin.MinuteOf(SpringForward, Berlin.InstantOf(SpringForward, 1200)).ShouldBe(1200);
        Berlin.MinuteOf(FallBack.AddDays(-1), Berlin.InstantOf(FallBack.AddDays(-1), 1440 + 1200)).ShouldBe(1440 + 1200);
    }

    [Fact]
    public void An_unknown_zone_is_said_so()
    {
        ClubZone.Exists("Asia/Lahore").ShouldBeFalse();
        Should.Throw<TimeZoneNotFoundException>(() => ClubZone.Of("Asia/Lahore"));
    }

    [Fact]
    public void Day_and_minute_round_trip() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from day in Gen.Choose(0, 4000) from minute in Gen.Choose(0, 2879) select (day, minute)).ToArbitrary(),
            drawn =>
            {
                var day = new DateOnly(2024, 1, 1).AddDays(drawn.day);
                return Karachi.MinuteOf(day, Karachi.InstantOf(day, drawn.minute)) == drawn.minute;
            }));
}
