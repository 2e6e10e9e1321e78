using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Plans;

namespace Padel.Tests.Payments.Plans;

public sealed class PlanFitTests
{
    private static readonly ClubZone Karachi = ClubZone.Of("Asia/Karachi");
    private static readonly DateOnly Saturday = new(2026, 12, 5);
    private static readonly DateTimeOffset Now = Karachi.InstantOf(new DateOnly(2026, 12, 1), 900);
    private static readonly Guid Club = Guid.CreateVersion7();
    private static readonly Guid Court = Guid.CreateVersion7();

    [Fact]
    public void A_package_with_enough_minutes_covers_a_game() => Covers(Package()).ShouldBeTrue();

    [Fact]
    public void One_minute_too_few_does_not() => Covers(Package() with { MinutesLeft = 89 }).ShouldBeFalse();

    [Fact]
    public void Only_the_courts_it_was_sold_for()
    {
        Covers(Package() with { CourtIds = [Guid.CreateVersion7(), Court] }).ShouldBeTrue();
        Covers(Package() with { CourtIds = [Guid.CreateVersion7()] }).ShouldBeFalse();
    }

    [Fact]
    public void Only_the_weekdays_it_was_sold_for()
    {
        Covers(Package() with { Weekdays = [6] }).ShouldBeTrue();
        Covers(Package() with { Weekdays = [1, 2, 3, 4, 5, 7] }).ShouldBeFalse();
    }

    [Fact]
    public void A_game_after_midnight_is_of_the_weekday_the_club_opened()
    {
        var late = Game("24:00", "25:00");
        Covers(Package() with { Weekdays = [6], FromMinute = 1320, ToMinute = 1500 }, late).ShouldBeTrue();
        Covers(Package() with { Weekdays = [7] }, late).ShouldBeFalse();
    }

    [Theory]
    [InlineData("07:00", "17:00", false)] // ends in it
    [InlineData("17:00", "18:30", true)] // just so
    [InlineData("17:01", "20:00", false)] // begins before it
    public void The_whole_game_lies_within_the_times(string from, string to, bool covers) =>
        Covers(Package() with { FromMinute = PlanTimes.Parse(from), ToMinute = PlanTimes.Parse(to) }, Game("17:00", "18:30")).ShouldBe(covers);

    [Fact]
    public void It_is_still_good_on_its_last_day_and_not_the_day_after()
    {
        Covers(Package() with { ValidUntil = Karachi.InstantOf(Saturday, 1439) }, Game("24:00", "25:00")).ShouldBeTrue();
        Covers(Package() with { ValidUntil = Karachi.InstantOf(Saturday.AddDays(-1), 1439) }).ShouldBeFalse();
    }

    [Fact]
    public void What_is_over_covers_nothing()
    {
        Covers(Package() with { Status = PlanStatus.Ended }).ShouldBeFalse();
        Covers(Package() with { ValidUntil = Now }).ShouldBeFalse();
    }

    [Fact]
    public void A_membership_pays_no_games() => Covers(Package() with { Kind = PlanKind.Membership }).ShouldBeFalse();

    [Theory]
    [InlineData("cancelled")]
    [InlineData("no_show")]
    [InlineData("expired")]
    public void Fees_are_not_paid_with_minutes(string status) => Covers(Package(), Game("18:00", "19:30") with { Status = status }).ShouldBeFalse();

    [Fact]
    public void What_runs_out_first_is_used_first()
    {
        var soon = Package() with { ValidUntil = Now.AddDays(10) };
        var later = Package() with { ValidUntil = Now.AddDays(20) };
        var game = Game("18:00", "19:30");
        PlanFit.Covering([later, soon, later with { MinutesLeft = 0 }], game, game.Price, Karachi, Now).ShouldBe([soon, later]);
    }

    [Fact]
    public void Periods_end_with_their_last_day()
    {
        var first = Karachi.InstantOf(new DateOnly(2026, 12, 1), 900);
        var month = new PlanProduct { Kind = PlanKind.Membership, Months = 1 };
        PlanPeriod.EndOf(month, first, Karachi).ShouldBe(Karachi.InstantOf(new DateOnly(2026, 12, 31), 1439));
        PlanPeriod.EndOf(new PlanProduct { Kind = PlanKind.Package, ValidDays = 30 }, first, Karachi).ShouldBe(Karachi.InstantOf(new DateOnly(2026, 12, 31), 1439));
        var next = PlanPeriod.Next(Package() with { Months = 1, ValidUntil = Karachi.InstantOf(new DateOnly(2026, 12, 31), 1439) }, Karachi);
        next.PeriodStartsAt.ShouldBe(Karachi.InstantOf(new DateOnly(2027, 1, 1), 0));
        next.ValidUntil.ShouldBe(Karachi.InstantOf(new DateOnly(2027, 1, 31), 1439));
    }

    [Fact]
    public void Half_a_membership_is_worth_half_its_price()
    {
        var plan = Package() with { Kind = PlanKind.Membership, ValueMinor = 1_000_001, PeriodStartsAt = Now, ValidUntil = Now.AddDays(30) };
        PlanPeriod.Unused(plan, Now.AddDays(15)).AmountMinor.ShouldBe(500_000);
        PlanPeriod.Unused(plan, Now.AddDays(31)).AmountMinor.ShouldBe(0);
        PlanPeriod.Unused(plan, Now.AddDays(-1)).AmountMinor.ShouldBe(1_000_001);
    }

    private static bool Covers(Plan plan, Charge? game = null)
    {
        game ??= Game("18:00", "19:30");
        return PlanFit.Covers(plan, game, game.Price, Karachi, Now);
    }

    private static Plan Package() => new()
    {
        PlanId = Guid.CreateVersion7(), ClubId = Club, Kind = PlanKind.Package, Currency = "PKR", Minutes = 600, MinutesLeft = 600,
        Status = PlanStatus.Active, ValidUntil = Now.AddDays(30),
    };

    private static Charge Game(string from, string to) => new()
    {
        ClubId = Club, CourtId = Court, Status = "held", Currency = "PKR", PriceMinor = 900_000, BusinessDay = Saturday,
        StartsAt = Karachi.InstantOf(Saturday, PlanTimes.Parse(from) ?? 0), EndsAt = Karachi.InstantOf(Saturday, PlanTimes.Parse(to) ?? 0),
    };
}
