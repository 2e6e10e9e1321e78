using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using static Padel.Tests.Payments.Paying.Attempts;

namespace Padel.Tests.Payments.Paying;

/// <summary>Gateways say anything in any order, twice and late. Whatever it is, the money is right.</summary>
public sealed class SettlementProperties
{
    private static readonly Gen<Finding> AnyFinding =
        from kind in Gen.Elements(Enum.GetValues<FindingKind>())
        from amount in Gen.Elements(Price, Price, Price, Money.Major(1, Currency.Pkr), Money.Major(9000, Currency.Pkr), (Money?)null)
        from merchant in Gen.Elements("MCTEST01", "MCTEST01", "OTHER", null)
        from code in Gen.Elements("000", "won", "lost", "121")
        select Said(kind, amount, merchant, code);

    private static readonly Gen<(Finding Finding, int Minutes)[]> AnyStory =
        (from finding in AnyFinding from minutes in Gen.Elements(0, 0, 1, 5, 20, 600, 2000) select (finding, minutes)).ArrayOf();

    [Fact]
    public void Whatever_is_heard_it_is_paid_at_most_once_never_goes_back_and_the_ledger_agrees() =>
        Check.QuickThrowOnFailure(Prop.ForAll(AnyStory.ToArbitrary(), story => Tell(story).IsRight));

    [Fact]
    public void A_story_that_pays_twice_is_found()
    {
        var wrong = new Teller { Posted = Price.AmountMinor * 2, TimesPaid = 2 };
        wrong.IsRight.ShouldBeFalse();
    }

    [Fact]
    public void Only_the_right_amount_and_merchant_ever_pay() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            AnyStory.ToArbitrary(), story => (Tell(story).TimesPaid == 1) == story.Any(said => Believable(said.Finding))));

    private static bool Believable(Finding finding) =>
        finding.Kind == FindingKind.Paid && (finding.Amount is null || finding.Amount == Price) && finding.MerchantId is null or "MCTEST01";

    private static Teller Tell((Finding Finding, int Minutes)[] story)
    {
        var teller = new Teller();
        foreach (var (finding, minutes) in story)
            teller.Hear(finding, minutes);
        return teller;
    }

    /// <summary>Does with the decision what the database does.</summary>
    private sealed class Teller
    {
        private Payment _payment = New(PaymentStatus.Created);
        private DateTimeOffset _now = Noon;
        private bool _wentBack;

        public int TimesPaid { get; set; }

        public long Posted { get; set; }

        public long TakenBack { get; private set; }

        public bool IsRight => TimesPaid <= 1 && !_wentBack && Posted == TimesPaid * Price.AmountMinor && TakenBack >= 0 && TakenBack <= Posted
            && _payment.ReversedMinor == TakenBack && (TimesPaid == 1) == _payment.IsPaid;

        public void Hear(Finding finding, int minutes)
        {
            _now = _now.AddMinutes(minutes);
            var before = _payment;
            var decision = SettlementDecision.Decide(_payment, finding, "MCTEST01", _now);
            _payment = Apply(decision) with { NextInquiryAt = decision.NextInquiryAt, Inquiries = _payment.Inquiries + 1 };
            _wentBack |= before.IsPaid && !_payment.IsPaid;
        }

        private Payment Apply(SettlementDecision decision)
        {
            switch (decision.Act)
            {
                case SettlementAct.Pay:
                    TimesPaid++;
                    Posted += _payment.AmountMinor;
                    return _payment with { Status = PaymentStatus.Paid, SettledAs = "booking", PaidAt = _now };
                case SettlementAct.TakeBack:
                    TakenBack += decision.AmountMinor;
                    return _payment with { ReversedMinor = _payment.ReversedMinor + decision.AmountMinor };
                case SettlementAct.Fail:
                    return _payment with { Status = PaymentStatus.Failed };
                case SettlementAct.Expire:
                    return _payment with { Status = PaymentStatus.Expired };
                case SettlementAct.Wait:
                    return _payment with { Status = PaymentStatus.Pending };
                default:
                    return _payment;
            }
        }
    }
}
