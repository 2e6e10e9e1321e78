using FsCheck;
using FsCheck.Fluent;
using Padel.Booking.Payments;
using static Padel.Tests.Booking.Bookings.Wishes;

namespace Padel.Tests.Booking.Payments;

/// <summary>What a booking does with money that came for it. The game costs 6,000 rupees and starts at 20:00; now is 15:00.</summary>
public sealed class PaymentUseTests
{
    private const long Price = 600_000;
    private static readonly string[] Statuses = ["held", "confirmed", "completed", "no_show", "cancelled", "expired"];

    [Theory]
    [InlineData("held", 0, 0, Price, Price, "")]
    [InlineData("held", 200_000, 0, Price, 400_000, "already_paid")]
    [InlineData("confirmed", 0, 0, 250_000, 250_000, "")]
    [InlineData("confirmed", Price, 0, Price, 0, "already_paid")]
    [InlineData("completed", 100_000, 0, Price, 500_000, "already_paid")]
    [InlineData("no_show", 0, 300_000, Price, 300_000, "already_paid")]
    [InlineData("cancelled", 0, 0, Price, 0, "cancelled")]
    [InlineData("cancelled", 100_000, 300_000, Price, 200_000, "cancelled")]
    [InlineData("cancelled", Price, 300_000, Price, 0, "cancelled")]
    public void A_booking_takes_what_it_still_owes(string status, long paid, long fee, long amount, long taken, string why)
    {
        var use = PaymentUse.Of(Game(status) with { AmountPaidMinor = paid, FeeMinor = fee }, amount, Now);
        use.TakenMinor.ShouldBe(taken);
        use.RetakesCourt.ShouldBeFalse();
        if (why.Length > 0)
            use.Why.ShouldBe(why);
    }

    [Fact]
    public void A_hold_that_lapsed_but_still_has_its_court_takes_the_money()
    {
        var lapsed = Game("held") with { HoldExpiresAt = Now.AddMinutes(-1) };
        PaymentUse.Of(lapsed, Price, Now).ShouldBe(new PaymentUse(Price, PaymentUse.AlreadyPaid));
    }

    [Theory]
    [InlineData(Price, true, Price)]
    [InlineData(Price + 1, true, Price)]
    [InlineData(Price - 1, false, 0)] // not enough to stand
    public void An_expired_booking_is_bought_again_by_enough_money(long amount, bool again, long taken)
    {
        var use = PaymentUse.Of(Game("expired"), amount, Now);
        (use.RetakesCourt, use.TakenMinor).ShouldBe((again, taken));
    }

    [Theory]
    [InlineData("held")]
    [InlineData("expired")]
    public void After_the_start_nothing_is_bought(string status) =>
        PaymentUse.Of(Game(status), Price, TestClub.At(Today, "20:00")).ShouldBe(PaymentUse.Nothing("begun"));

    [Fact]
    public void Whatever_comes_no_more_is_taken_than_came_or_was_owed() =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).Four().ToArbitrary(), Gen.Elements(Statuses).ToArbitrary(), (numbers, status) =>
        {
            var game = Game(status) with { AmountPaidMinor = numbers.Item1, FeeMinor = numbers.Item2, PayNowMinor = numbers.Item3 % (Price + 1) };
            var use = PaymentUse.Of(game, numbers.Item4, Now);
            var owed = status is "cancelled" or "no_show" ? game.FeeMinor : Price;
            use.TakenMinor.ShouldBeInRange(0, Math.Min(numbers.Item4, Math.Max(0, status == "expired" ? owed : owed - game.AmountPaidMinor)));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("held", 0, 0, false, false, "unpaid")]
    [InlineData("held", 0, 0, true, true, "pending")]
    [InlineData("held", 0, 0, false, true, "failed")]
    [InlineData("confirmed", 200_000, 0, true, false, "partly_paid")]
    [InlineData("confirmed", Price, 0, false, true, "paid")]
    [InlineData("confirmed", 400_000, 200_000, false, false, "partly_refunded")]
    [InlineData("confirmed", Price, 100_000, false, false, "paid")] // moved to a cheaper hour: what was over went back
    [InlineData("cancelled", 300_000, 300_000, false, false, "partly_refunded")]
    [InlineData("cancelled", 0, Price, false, false, "refunded")]
    [InlineData("cancelled", 300_000, 0, false, false, "paid")] // the fee
    [InlineData("no_show", 100_000, 0, false, false, "partly_paid")]
    public void How_it_is_paid_in_one_word(string status, long paid, long refunded, bool pending, bool failed, string expected) =>
        new PaymentState(paid, refunded, pending, failed).Of(status, paid, Price, feeMinor: 300_000).ShouldBe(expected);

    private static Padel.Booking.Bookings.Booking Game(string status) =>
        Booked(TestClub.At(Today, "20:00")) with { Status = status, PriceMinor = Price, PayNowMinor = Price, PayWith = "card" };
}
