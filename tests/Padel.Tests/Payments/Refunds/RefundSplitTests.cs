using FsCheck;
using FsCheck.Fluent;
using Padel.Payments;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;

namespace Padel.Tests.Payments.Refunds;

/// <summary>Which payments a refund comes out of, and where each part goes.</summary>
public sealed class RefundSplitTests
{
    private static readonly Guid Player = Guid.CreateVersion7();

    [Fact]
    public void The_newest_payment_goes_back_first()
    {
        var parts = Split([Paid("jazzcash", 3000, "jazzcash"), Paid("card", 6000, "stripe")], Wish(4000));
        parts.Select(part => (part.Payment.Method, part.AmountMinor)).ShouldBe([("jazzcash", 3000), ("card", 1000)]);
    }

    [Theory]
    [InlineData("card", "stripe", "source", false)]
    [InlineData("jazzcash", "jazzcash", "source", false)]
    [InlineData("easypaisa", "easypaisa", "wallet", false)]
    [InlineData("card", "payfast", "wallet", false)]
    [InlineData("bank_transfer", null, "wallet", false)]
    [InlineData("cash", null, "wallet", false)]
    [InlineData("terminal", null, "wallet", false)]
    [InlineData("wallet", null, "wallet", false)]
    [InlineData("plan", null, "plan", false)]
    public void A_players_money_goes_to_its_source_or_else_to_the_wallet(string method, string? gateway, string destination, bool byHand)
    {
        var part = Split([Paid(method, 9000, gateway)], Wish(9000)).ShouldHaveSingleItem();
        (part.Destination, part.Way == RefundWay.ByHand).ShouldBe((destination, byHand));
    }

    [Theory]
    [InlineData("card", "stripe", "source", false)]
    [InlineData("easypaisa", "easypaisa", "source", true)]
    [InlineData("bank_transfer", null, "source", true)]
    [InlineData("cash", null, "cash", true)]
    [InlineData("terminal", null, "cash", true)]
    public void A_guests_money_goes_to_its_source_or_else_is_a_task(string method, string? gateway, string destination, bool byHand)
    {
        var part = Split([Paid(method, 9000, gateway, player: false)], Wish(9000), guest: true).ShouldHaveSingleItem();
        (part.Destination, part.Way == RefundWay.ByHand).ShouldBe((destination, byHand));
    }

    [Fact]
    public void A_guest_has_no_wallet() =>
        RefundSplit.Of([Paid("cash", 9000, player: false)], Wish(9000, RefundDestination.Wallet), null, CanRefund).Error.ShouldBe(PaymentErrors.NoWallet);

    [Fact]
    public void Games_of_a_package_are_never_paid_out() =>
        Split([Paid("plan", 9000)], Wish(9000, RefundDestination.Cash)).ShouldHaveSingleItem().Destination.ShouldBe(RefundDestination.Plan);

    [Fact]
    public void More_than_was_paid_is_refused() =>
        RefundSplit.Of([Paid("card", 9000, "stripe")], Wish(9001), Player, CanRefund).Error.ShouldBe(PaymentErrors.RefundTooMuch);

    [Fact]
    public void What_the_booking_has_not_counted_stays_where_it_is()
    {
        // The newest payment is a late success that nobody has judged.
        var parts = Split([Paid("jazzcash", 9000, "jazzcash"), Paid("card", 9000, "stripe")], Wish(9000) with { CountedMinor = 9000 });
        parts.ShouldHaveSingleItem().Payment.Method.ShouldBe("card");
    }

    [Fact]
    public void A_correction_comes_out_of_its_own_payment()
    {
        var cash = Paid("cash", 2000);
        Split([Paid("card", 9000, "stripe"), cash], Wish(2000, RefundDestination.Cash) with { PaymentId = cash.Payment.PaymentId })
            .ShouldHaveSingleItem().Payment.ShouldBe(cash.Payment);
    }

    [Theory]
    [InlineData("cash")]
    [InlineData("terminal")]
    public void A_mistake_at_the_desk_goes_back_the_way_it_came(string method)
    {
        var part = Split([Paid(method, 9000)], Wish(9000, RefundDestination.Source) with { Kind = RefundKind.Correction }).ShouldHaveSingleItem();
        (part.Destination, part.Way).ShouldBe((RefundDestination.Source, RefundWay.AtOnce));
    }

    [Fact]
    public void Parts_add_up_and_never_take_more_than_a_payment_has() =>
        Prop.ForAll(Gen.Choose(0, 9_000).ArrayOf().ToArbitrary(), Gen.Choose(1, 20_000).ToArbitrary(), (free, wanted) =>
        {
            var sources = free.Select(amount => Paid("card", 9_000, "stripe") with { FreeMinor = amount }).ToList();
            var parts = RefundSplit.Of(sources, Wish(wanted), Player, CanRefund);
            return parts.IsSuccess == (wanted <= free.Sum())
                && (!parts.IsSuccess || (parts.Value.Sum(part => part.AmountMinor) == wanted
                    && parts.Value.All(part => part.AmountMinor > 0 && part.AmountMinor <= sources.Single(source => source.Payment == part.Payment).FreeMinor)));
        }).QuickCheckThrowOnFailure();

    private static IReadOnlyList<RefundPart> Split(RefundSource[] newestFirst, RefundWish wish, bool guest = false) =>
        RefundSplit.Of(newestFirst, wish, guest ? null : Player, CanRefund).Value;

    private static bool CanRefund(string gateway) => gateway is "jazzcash" or "stripe";

    private static RefundWish Wish(long amount, string to = RefundDestination.Source) => new(amount, to, RefundKind.Goodwill, "Rain.", "system");

    private static RefundSource Paid(string method, long amount, string? gateway = null, bool player = true) =>
        new(new Payment
        {
            PaymentId = Guid.CreateVersion7(), Method = method, Gateway = gateway, Currency = "PKR", AmountMinor = amount, Status = PaymentStatus.Paid,
            PlayerId = player ? Player : null,
        }, amount);
}
