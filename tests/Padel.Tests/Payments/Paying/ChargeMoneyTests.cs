using Padel.Kernel;
using Padel.Payments.Charges;

namespace Padel.Tests.Payments.Paying;

public sealed class ChargeMoneyTests
{
    private static readonly DateTimeOffset Noon = Attempts.Noon;

    [Theory]
    [InlineData("held", 0, 9000, 9000, 9000)] // the whole price now
    [InlineData("held", 9000, 0, 0, 0)]
    [InlineData("confirmed", 3000, 6000, 6000, 6000)] // the rest
    [InlineData("confirmed", 9000, 0, 0, 0)]
    [InlineData("completed", 4000, 5000, 5000, 5000)]
    [InlineData("cancelled", 0, 2000, 2000, 2000)] // the fee
    [InlineData("cancelled", 2000, 0, 0, 0)]
    [InlineData("no_show", 0, 2000, 2000, 2000)]
    [InlineData("expired", 0, 0, 0, 0)]
    public void What_is_owed_follows_the_booking(string status, long paid, long due, long payNow, long afterPayingNow)
    {
        var money = Of(status, paid);
        (Rupees(money.Due), Rupees(money.PayNow)).ShouldBe((due, payNow));
        Rupees(Of(status, paid + payNow).PayNow).ShouldBe(payNow == afterPayingNow ? 0 : afterPayingNow);
    }

    [Fact]
    public void A_deposit_is_what_a_held_booking_asks_for_now()
    {
        var money = ChargeMoney.Of(Charge("held") with { PayNowMinor = 300_000 }, Money.Major(1000, Currency.Pkr), Noon);
        (Rupees(money.Due), Rupees(money.PayNow)).ShouldBe((8000, 2000));
    }

    [Fact]
    public void When_the_hold_is_over_nothing_can_be_paid()
    {
        var held = Charge("held") with { HoldExpiresAt = Noon };
        ChargeMoney.HasLapsed(held, Noon).ShouldBeTrue();
        ChargeMoney.Of(held, Money.Zero(Currency.Pkr), Noon).PayNow.IsZero.ShouldBeTrue();
        ChargeMoney.HasLapsed(held, Noon.AddTicks(-1)).ShouldBeFalse();
    }

    [Fact]
    public void More_than_is_owed_leaves_nothing_due() => Rupees(Of("confirmed", 12_000).Due).ShouldBe(0);

    [Fact]
    public void What_was_over_before_the_club_came_here_owes_nothing() =>
        Rupees(ChargeMoney.Of(Charge("completed") with { Origin = "import" }, Money.Zero(Currency.Pkr), Noon).Due).ShouldBe(0);

    private static ChargeMoney Of(string status, long paid) => ChargeMoney.Of(Charge(status), Money.Major(paid, Currency.Pkr), Noon);

    private static Charge Charge(string status) => new()
    {
        Status = status, Currency = "PKR", PriceMinor = 900_000, PayNowMinor = 900_000, FeeMinor = status is "cancelled" or "no_show" ? 200_000 : 0,
        HoldExpiresAt = status == "held" ? Noon.AddMinutes(10) : null, Origin = "app",
    };

    private static long Rupees(Money money) => money.AmountMinor / 100;
}
