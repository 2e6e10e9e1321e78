using Padel.Payments.Charges;
using static Padel.Payments.Charges.MoneyStepKind;

namespace Padel.Tests.Payments.Refunds;

/// <summary>What a booking's state means for the money held for it. Amounts in paisa.</summary>
public sealed class MoneyPlanTests
{
    private const long All = long.MaxValue;

    private static readonly BookingMoney Nothing = new(0, 0, 0, 0, 0);

    [Fact]
    public void Cancelled_in_time_gives_everything_back() =>
        Plan(Charge("cancelled"), Held(9000)).ShouldBe([new(GiveBack, 9000)]);

    [Fact]
    public void Cancelled_late_keeps_the_fee_and_gives_back_the_rest() =>
        Plan(Charge("cancelled", fee: 4500), Held(9000)).ShouldBe([new(KeepFee, 4500), new(GiveBack, 4500)]);

    [Fact]
    public void A_deposit_smaller_than_the_fee_is_kept_whole_and_the_rest_is_owed() =>
        Plan(Charge("cancelled", fee: 4500), Held(3000)).ShouldBe([new(KeepFee, 3000), new(Owe, 1500)]);

    [Fact]
    public void An_unpaid_booking_cancelled_late_owes_the_whole_fee() =>
        Plan(Charge("cancelled", fee: 4500), Nothing).ShouldBe([new(Owe, 4500)]);

    [Fact]
    public void A_fee_is_owed_once() =>
        Plan(Charge("cancelled", fee: 4500), Nothing with { Fees = 4500, Owed = 4500 }).ShouldBeEmpty();

    [Fact]
    public void A_guest_has_no_account_to_owe_on() =>
        Plan(Charge("cancelled", fee: 4500) with { PlayerId = null }, Nothing).ShouldBeEmpty();

    [Fact]
    public void A_fee_paid_later_pays_what_was_owed() =>
        Plan(Charge("cancelled", fee: 4500), new BookingMoney(4500, 0, 4500, 4500, 2), mayGoBack: 0).ShouldBe([new(PayFee, 4500)]);

    [Fact]
    public void A_part_of_a_fee_paid_later_pays_that_part() =>
        Plan(Charge("cancelled", fee: 4500), new BookingMoney(2000, 0, 4500, 4500, 2), mayGoBack: 0).ShouldBe([new(PayFee, 2000)]);

    [Fact]
    public void Money_that_booking_has_not_judged_stays_when_a_booking_is_cancelled() =>
        Plan(Charge("cancelled"), Held(18000), mayGoBack: 9000).ShouldBe([new(GiveBack, 9000)]);

    [Fact]
    public void A_late_payment_for_a_cancelled_booking_waits_for_bookings_word() =>
        Plan(Charge("cancelled"), Held(9000), mayGoBack: 0).ShouldBeEmpty();

    [Fact]
    public void A_lapsed_hold_gives_its_deposit_back() =>
        Plan(Charge("expired"), Held(3000)).ShouldBe([new(GiveBack, 3000)]);

    [Fact]
    public void A_payment_that_comes_as_the_hold_lapses_stays_for_it_may_buy_the_slot_again() =>
        Plan(Charge("expired"), Held(9000), mayGoBack: 0).ShouldBeEmpty();

    [Fact]
    public void A_move_to_a_cheaper_time_gives_the_difference_back() =>
        Plan(Charge("confirmed") with { PriceMinor = 6000 }, Held(9000)).ShouldBe([new(GiveBack, 3000)]);

    [Fact]
    public void A_move_to_a_dearer_time_gives_nothing_back() =>
        Plan(Charge("confirmed") with { PriceMinor = 12000 }, Held(9000)).ShouldBeEmpty();

    [Fact]
    public void What_another_payment_brought_too_much_is_not_taken_for_a_difference() =>
        Plan(Charge("confirmed"), Held(18000), mayGoBack: 9000).ShouldBeEmpty();

    [Fact]
    public void A_paid_game_that_was_played_is_earned() =>
        Plan(Charge("completed"), Held(9000)).ShouldBe([new(Earn, 9000)]);

    [Fact]
    public void An_unpaid_game_that_was_played_earns_nothing_yet() => Plan(Charge("completed"), Nothing).ShouldBeEmpty();

    [Fact]
    public void What_is_paid_at_the_desk_after_the_game_is_earned_at_once() =>
        Plan(Charge("completed"), new BookingMoney(6000, 3000, 0, 0, 1), mayGoBack: 0).ShouldBe([new(Earn, 6000)]);

    [Fact]
    public void More_than_the_price_is_never_earned() =>
        Plan(Charge("completed"), Held(18000), mayGoBack: 0).ShouldBe([new(Earn, 9000)]);

    [Fact]
    public void A_paid_no_show_keeps_the_fee_and_earns_the_rest_of_the_price() =>
        Plan(Charge("no_show", fee: 4500), Held(9000)).ShouldBe([new(KeepFee, 4500), new(Earn, 4500)]);

    [Fact]
    public void An_unpaid_no_show_owes_the_fee() =>
        Plan(Charge("no_show", fee: 9000), Nothing).ShouldBe([new(Owe, 9000)]);

    [Fact]
    public void A_no_show_with_a_deposit_owes_what_the_deposit_does_not_cover() =>
        Plan(Charge("no_show", fee: 9000), Held(3000)).ShouldBe([new(KeepFee, 3000), new(Owe, 6000)]);

    [Fact]
    public void A_game_marked_a_no_show_after_it_was_earned_costs_no_second_time() =>
        Plan(Charge("no_show", fee: 9000), Nothing with { Earned = 9000 }).ShouldBeEmpty();

    [Fact]
    public void A_fee_that_was_undone_is_owed_no_more() =>
        Plan(Charge("completed"), Nothing with { Fees = 9000, Owed = 9000 }).ShouldBe([new(Forgive, 9000)]);

    [Fact]
    public void A_game_played_after_all_is_earned_when_it_is_paid() =>
        Plan(Charge("completed"), new BookingMoney(9000, 0, 0, 0, 4), mayGoBack: 0).ShouldBe([new(Earn, 9000)]);

    [Fact]
    public void A_fee_made_smaller_is_owed_only_as_far() =>
        Plan(Charge("no_show", fee: 4500), Nothing with { Fees = 9000, Owed = 9000 }).ShouldBe([new(Forgive, 4500)]);

    [Fact]
    public void An_old_log_makes_nobody_owe() =>
        Plan(Charge("no_show", fee: 9000) with { Origin = "import" }, Nothing).ShouldBeEmpty();

    [Fact]
    public void A_held_or_confirmed_booking_keeps_its_money()
    {
        Plan(Charge("held"), Held(3000)).ShouldBeEmpty();
        Plan(Charge("confirmed"), Held(9000)).ShouldBeEmpty();
    }

    private static IReadOnlyList<MoneyStep> Plan(Charge charge, BookingMoney money, long mayGoBack = All) => MoneyPlan.Of(charge, money, mayGoBack);

    private static BookingMoney Held(long amount) => Nothing with { Held = amount };

    private static Charge Charge(string status, long fee = 0) =>
        new() { BookingId = Guid.CreateVersion7(), Status = status, Currency = "PKR", PriceMinor = 9000, FeeMinor = fee, PlayerId = Guid.CreateVersion7(), Origin = "app" };
}
