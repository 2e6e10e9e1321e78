using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;

namespace Padel.Tests.Payments.Refunds;

/// <summary>Whatever the state, the price, the fee and the money: nothing is lost and nothing is made.</summary>
public sealed class MoneyPlanProperties
{
    private static readonly string[] States = ["held", "confirmed", "completed", "no_show", "cancelled", "expired"];

    private static readonly Arbitrary<Case> Cases = (
        from status in Gen.Elements(States)
        from price in Gen.Choose(0, 20_000)
        from fee in Gen.Choose(0, 25_000)
        from held in Gen.Choose(0, 50_000)
        from counted in Gen.Choose(0, 50_000)
        from guest in Gen.Elements(true, false)
        select new Case(status, price, fee, held, counted, guest)).ToArbitrary();

    [Fact]
    public void What_is_kept_and_what_goes_back_and_what_stays_is_what_was_held() =>
        Prop.ForAll(Cases, one => Spent(one.Steps()) + Run(one).Held == one.Held).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_goes_back_that_booking_has_not_counted() =>
        Prop.ForAll(Cases, one => Sum(one.Steps(), MoneyStepKind.GiveBack) <= Math.Min(one.Held, one.Counted)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_step_moves_something() => Prop.ForAll(Cases, one => one.Steps().All(step => step.AmountMinor > 0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Asking_again_changes_nothing() =>
        Prop.ForAll(Cases, one => MoneyPlan.Of(one.Charge, Run(one), mayGoBack: Math.Max(0, one.Counted - Spent(one.Steps()))).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_more_than_price_or_fee_is_taken() =>
        Prop.ForAll(Cases, one => Run(one).Earned + Run(one).Fees <= Math.Max(one.Price, one.Fee)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cancelled_game_costs_its_fee_and_no_more() =>
        Prop.ForAll(Cases, one => one.Status != "cancelled" || Run(one).Fees == Math.Min(one.Fee, one.Guest ? Math.Min(one.Held, one.Fee) : one.Fee)).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_of_counted_money_stays_with_a_booking_that_was_called_off() =>
        Prop.ForAll(Cases, one => one.Status is not ("cancelled" or "expired") || Run(one).Held <= Math.Max(0, one.Held - one.Counted)).QuickCheckThrowOnFailure();

    [Fact]
    public void Tax_and_net_make_the_whole() =>
        Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), Gen.Choose(0, 10_000).ToArbitrary(), (amount, basisPoints) =>
            Earnings.Credits("club:a:revenue", new Accounts(Guid.Empty), new Money(amount, Currency.Pkr), basisPoints).Sum(entry => entry.AmountMinor) == -amount)
            .QuickCheckThrowOnFailure();

    /// <summary>The ledger's sums after the steps.</summary>
    private static BookingMoney Run(Case one)
    {
        var steps = one.Steps();
        return new BookingMoney(
            one.Held - Spent(steps), Sum(steps, MoneyStepKind.Earn), Sum(steps, MoneyStepKind.KeepFee) + Sum(steps, MoneyStepKind.Owe),
            Sum(steps, MoneyStepKind.Owe) - Sum(steps, MoneyStepKind.PayFee), steps.Count);
    }

    private static long Spent(IReadOnlyList<MoneyStep> steps) => steps.Where(step => step.Kind != MoneyStepKind.Owe).Sum(step => step.AmountMinor);

    private static long Sum(IReadOnlyList<MoneyStep> steps, MoneyStepKind kind) => steps.Where(step => step.Kind == kind).Sum(step => step.AmountMinor);

    private sealed record Case(string Status, long Price, long Fee, long Held, long Counted, bool Guest)
    {
        public Charge Charge => new()
        {
            BookingId = Guid.Empty, Status = Status, Currency = "PKR", PriceMinor = Price, FeeMinor = Fee, Origin = "app", PlayerId = Guest ? null : Guid.Empty,
        };

        public IReadOnlyList<MoneyStep> Steps() => MoneyPlan.Of(Charge, new BookingMoney(Held, 0, 0, 0, 0), Counted);
    }
}
