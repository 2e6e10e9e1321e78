using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Tests.Booking.Clubs;

public sealed class CancellationPolicyTests
{
    private static readonly CancellationPolicy Policy = new(24, 6, 60, 100);
    private static readonly DateTimeOffset Start = TestClub.At(new DateOnly(2026, 12, 4), "18:00");
    private static readonly DateTimeOffset LongAgo = Start.AddDays(-10);
    private static readonly Money Price = Rupees(9000);

    [Theory]
    [InlineData(-24 * 3600, 0)] // exactly at the deadline is in time
    [InlineData((-24 * 3600) + 1, 4500)]
    [InlineData(-6 * 3600, 4500)]
    [InlineData((-6 * 3600) + 1, 9000)]
    [InlineData(0, 9000)] // at the start, still
    public void Fee_by_the_second(int secondsFromStart, long rupees) =>
        Policy.FeeAt(Start.AddSeconds(secondsFromStart), Start, LongAgo, Price).ShouldBe(Rupees(rupees));

    [Fact]
    public void After_the_start_nothing_can_be_cancelled()
    {
        Policy.FeeAt(Start.AddSeconds(1), Start, LongAgo, Price).ShouldBeNull();
        Policy.Terms(Start.AddSeconds(1), Start, LongAgo, Price, Price, TestClub.Karachi).ShouldBeNull();
    }

    [Fact]
    public void A_booking_made_inside_the_deadline_is_free_to_undo_for_an_hour()
    {
        var created = Start.AddHours(-3);
        Policy.FeeAt(created.AddMinutes(60), Start, created, Price).ShouldBe(Rupees(0));
        Policy.FeeAt(created.AddMinutes(60).AddSeconds(1), Start, created, Price).ShouldBe(Price);
    }

    [Fact]
    public void The_grace_ends_with_the_start()
    {
        var created = Start.AddMinutes(-20);
        Policy.FeeAt(Start, Start, created, Price).ShouldBe(Rupees(0));
        Policy.FeeAt(Start.AddSeconds(1), Start, created, Price).ShouldBeNull();
        Policy.Terms(created, Start, created, Price, Price, TestClub.Karachi)!.Steps.ShouldBe([new CancellationStep(Start, Rupees(0))]);
    }

    [Fact]
    public void Half_a_price_is_whole_rupees() =>
        Policy.FeeAt(Start.AddHours(-7), Start, LongAgo, Rupees(4501)).ShouldBe(Rupees(2251));

    [Fact]
    public void Terms_say_what_it_costs_now_and_later()
    {
        var terms = Policy.Terms(Start.AddHours(-30), Start, LongAgo, Price, Rupees(9000), TestClub.Karachi).ShouldNotBeNull();
        terms.FeeNow.ShouldBe(Rupees(0));
        terms.RefundNow.ShouldBe(Rupees(9000));
        terms.Steps.ShouldBe([new(Start.AddHours(-24), Rupees(0)), new(Start.AddHours(-6), Rupees(4500)), new(Start, Price)]);
        terms.Text.ShouldBe("Cancelling costs nothing until Thu 3 Dec, 18:00, then Rs 4,500 until Fri 4 Dec, 12:00, then Rs 9,000 until the start.");
    }

    [Fact]
    public void Steps_behind_us_are_not_listed()
    {
        var terms = Policy.Terms(Start.AddHours(-2), Start, LongAgo, Price, Rupees(0), TestClub.Karachi).ShouldNotBeNull();
        terms.FeeNow.ShouldBe(Price);
        terms.RefundNow.ShouldBe(Rupees(0));
        terms.Steps.ShouldBe([new(Start, Price)]);
        terms.Text.ShouldBe("Cancelling costs Rs 9,000 until the start.");
    }

    [Fact]
    public void A_club_with_one_deadline_has_no_half_step()
    {
        var steps = new CancellationPolicy(12, 12, 60, 100).Terms(Start.AddDays(-2), Start, LongAgo, Price, Price, TestClub.Karachi)!.Steps;
        steps.ShouldBe([new(Start.AddHours(-12), Rupees(0)), new(Start, Price)]);
    }

    [Fact]
    public void A_club_that_never_charges_has_one_step()
    {
        var steps = new CancellationPolicy(0, 0, 60, 100).Terms(Start.AddDays(-2), Start, LongAgo, Price, Price, TestClub.Karachi)!.Steps;
        steps.ShouldBe([new(Start, Rupees(0))]);
    }

    private static Money Rupees(long amount) => Money.Major(amount, Currency.Pkr);
}
