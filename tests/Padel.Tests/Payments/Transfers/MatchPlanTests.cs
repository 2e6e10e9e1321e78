using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Payments.Transfers.Matching;

namespace Padel.Tests.Payments.Transfers;

public sealed class MatchPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    private static readonly Payment Asked = new()
    {
        Purpose = "booking", BookingId = Guid.CreateVersion7(), Method = "bank_transfer", Currency = "PKR", AmountMinor = 900_000,
        Status = PaymentStatus.Pending, ExpiresAt = Now.AddHours(1),
    };

    [Theory]
    [InlineData(900_000, "exact")]
    [InlineData(899_999, "under")]
    [InlineData(900_001, "over")]
    public void What_came_for_a_booking_is_what_counts(long came, string outcome) => Plan(Asked, came).ShouldBe(new MatchPlan(outcome, Pkr(came), Pkr(0)));

    [Theory]
    [InlineData(PaymentStatus.Expired)]
    [InlineData(PaymentStatus.Abandoned)]
    [InlineData(PaymentStatus.Failed)]
    public void What_comes_when_the_time_is_over_is_late_and_counts_all_the_same(string status) =>
        Plan(Asked with { Status = status }, 900_000).ShouldBe(new MatchPlan("late", Pkr(900_000), Pkr(0)));

    [Fact]
    public void The_time_is_over_at_its_end_whether_or_not_anybody_wrote_it_down() =>
        Plan(Asked with { ExpiresAt = Now }, 900_000).Outcome.ShouldBe("late");

    [Fact]
    public void The_same_money_twice_is_a_payment_of_its_own() =>
        Plan(Asked with { Status = PaymentStatus.Paid }, 900_000).ShouldBe(new MatchPlan("duplicate", Pkr(0), Pkr(900_000)));

    [Fact]
    public void A_line_that_proves_a_match_moves_nothing() =>
        MatchPlan.Of(Asked with { Status = PaymentStatus.Paid }, Pkr(900_000), isProof: true, Now).ShouldBe(new MatchPlan("proven", Pkr(0), Pkr(0)));

    [Theory]
    [InlineData(900_000, "exact", 900_000, 0)]
    [InlineData(950_000, "over", 900_000, 50_000)]
    [InlineData(100_000, "under", 0, 100_000)]
    public void A_package_is_bought_for_its_price_or_not_at_all(long came, string outcome, long toPayment, long toAnother) =>
        Plan(Asked with { Purpose = "plan", BookingId = null }, came).ShouldBe(new MatchPlan(outcome, Pkr(toPayment), Pkr(toAnother)));

    [Fact]
    public void No_rupee_is_lost_or_made() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from came in Gen.Choose(1, 2_000_000)
         from purpose in Gen.Elements("booking", "top_up", "plan")
         from status in Gen.Elements(PaymentStatus.Pending, PaymentStatus.Paid, PaymentStatus.Expired)
         select (came, purpose, status)).ToArbitrary(),
        drawn =>
        {
            var plan = Plan(Asked with { Purpose = drawn.purpose, Status = drawn.status }, drawn.came);
            return plan.ToPayment + plan.ToAnother == Pkr(drawn.came) && plan.ToPayment.AmountMinor >= 0 && plan.ToAnother.AmountMinor >= 0;
        }));

    private static MatchPlan Plan(Payment payment, long came) => MatchPlan.Of(payment, Pkr(came), isProof: false, Now);

    private static Money Pkr(long minor) => new(minor, Currency.Pkr);
}
