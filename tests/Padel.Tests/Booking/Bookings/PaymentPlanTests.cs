using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Kernel;
using static Padel.Tests.Booking.Bookings.Wishes;

namespace Padel.Tests.Booking.Bookings;

/// <summary>What a way of paying means for a booking: what is paid now, what the player does next, how long the court waits. Now is 15:00.</summary>
public sealed class PaymentPlanTests
{
    private static readonly string[] All = ["at_club", "wallet", "card", "jazzcash", "easypaisa", "bank_transfer", "plan"];
    private static readonly PaymentRules Rules = new(All, 10, VerifiedContactForAtClub: true);
    private static readonly Money Price = Money.Major(6000, Currency.Pkr);

    [Theory]
    [InlineData("card", "20:00", "15:10")]
    [InlineData("wallet", "20:00", "15:10")]
    [InlineData("plan", "20:00", "15:10")]
    [InlineData("jazzcash", "15:05", "15:05")] // never past the start
    public void A_way_of_paying_online_holds_the_court_for_minutes(string payWith, string start, string until)
    {
        var plan = Plan(payWith, start).Value;
        (plan.NextAction, plan.HoldUntil, plan.PayNow).ShouldBe(("pay", TestClub.At(Today, until), Price));
    }

    [Theory]
    [InlineData("22:00", "19:00")] // four hours
    [InlineData("20:00", "18:00")] // two hours before the start
    [InlineData("17:30", "15:30")] // half an hour is the least
    public void A_bank_transfer_holds_it_for_hours_but_must_be_there_before_the_start(string start, string until)
    {
        var plan = Plan("bank_transfer", start).Value;
        (plan.NextAction, plan.HoldUntil).ShouldBe(("await_transfer", TestClub.At(Today, until)));
    }

    [Fact]
    public void A_bank_transfer_that_cannot_come_in_time_is_refused() =>
        Plan("bank_transfer", "17:29").Error!.Code.ShouldBe("booking.too_late_for_transfer");

    [Fact]
    public void Starting_this_very_moment_leaves_no_time_to_pay() => Plan("card", "15:00").Error!.Code.ShouldBe("booking.in_the_past");

    [Theory]
    [InlineData("card", 30, 1800)]
    [InlineData("bank_transfer", 30, 1800)]
    [InlineData("card", 0, 6000)] // no deposits: the whole price
    [InlineData("wallet", 30, 6000)] // credit and plans pay all
    [InlineData("plan", 30, 6000)]
    public void A_club_may_ask_for_a_share_now_and_the_rest_at_the_desk(string payWith, int percent, long rupees) =>
        Plan(payWith, "22:00", Rules with { DepositPercent = percent }).Value.PayNow.ShouldBe(Money.Major(rupees, Currency.Pkr));

    [Theory]
    [InlineData(true, false, null, null)]
    [InlineData(false, false, "verify_contact", null)]
    [InlineData(true, true, null, "booking.deposit_required")]
    [InlineData(false, true, null, "booking.deposit_required")]
    public void At_the_club_the_booking_stands_unless_a_contact_or_money_is_asked_for(bool verified, bool deposit, string? action, string? refused)
    {
        var plan = PaymentPlan.Of(Choice("at_club", "20:00") with { ContactVerified = verified, DepositRequired = deposit }, Rules, Now);
        (plan.Error?.Code, plan.IsSuccess ? plan.Value.NextAction : null).ShouldBe((refused, action));
        if (plan.IsSuccess)
            plan.Value.PayNow.IsZero.ShouldBeTrue();
    }

    [Theory]
    [InlineData("card")]
    [InlineData("bank_transfer")]
    public void A_free_game_stands_at_once(string payWith) =>
        PaymentPlan.Of(Choice(payWith, "15:00") with { Price = Money.Zero(Currency.Pkr) }, Rules, Now).Value.HoldUntil.ShouldBeNull();

    [Theory]
    [InlineData("card", 5, "15:10", "15:10")] // online to online: no more than the first hold
    [InlineData("bank_transfer", 5, "15:10", "19:00")] // to a transfer: its own length from the booking on
    [InlineData("card", 60, "19:00", "16:10")] // from a transfer: minutes from now, for the first ten are over
    [InlineData("card", 235, "19:00", "19:00")] // but never longer than it is held already
    public void Choosing_another_way_never_keeps_a_court_for_longer_than_that_way_gives(string payWith, int minutesLater, string held, string until)
    {
        var choice = Choice(payWith, "23:00") with { HeldUntil = TestClub.At(Today, held) };
        PaymentPlan.Of(choice, Rules, Now.AddMinutes(minutesLater)).Value.HoldUntil.ShouldBe(TestClub.At(Today, until));
    }

    [Fact]
    public void A_booking_paid_online_is_held_and_says_what_must_be_paid()
    {
        var club = TestClub.Margalla with { Payments = Rules with { DepositPercent = 50 } };
        var booking = Decide(Wish(TestClub.At(Today, "20:00"), 60, club, "card"), Facts(verified: false), Now).Value;
        (booking.Status, booking.NextAction, booking.HoldExpiresAt, booking.PayNowMinor, booking.PriceMinor, booking.ConfirmedAt)
            .ShouldBe(("held", "pay", Now.AddMinutes(10), 300_000, 600_000, null));
    }

    [Fact]
    public void A_player_whose_standing_asks_for_a_deposit_cannot_pay_at_the_club() =>
        Decide(Wish(TestClub.At(Today, "20:00"), 60), Facts(new PlayerStanding { DepositRequired = true }), Now).Error!.Code
            .ShouldBe("booking.deposit_required");

    private static PaymentChoice Choice(string payWith, string start) => new(payWith, Price, TestClub.At(Today, start), Now) { ContactVerified = true };

    private static Result<PaymentPlan> Plan(string payWith, string start, PaymentRules? rules = null) => PaymentPlan.Of(Choice(payWith, start), rules ?? Rules, Now);
}
