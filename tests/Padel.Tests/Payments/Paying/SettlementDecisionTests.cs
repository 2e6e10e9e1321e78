using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using static Padel.Tests.Payments.Paying.Attempts;

namespace Padel.Tests.Payments.Paying;

public sealed class SettlementDecisionTests
{
    [Theory]
    [InlineData(PaymentStatus.Created)]
    [InlineData(PaymentStatus.Pending)]
    [InlineData(PaymentStatus.Failed)]
    [InlineData(PaymentStatus.Expired)]
    [InlineData(PaymentStatus.Abandoned)]
    public void Money_that_comes_counts_whatever_was_believed_before(string status) =>
        Decide(New(status), Said(FindingKind.Paid, Price)).Act.ShouldBe(SettlementAct.Pay);

    [Fact]
    public void Paid_told_again_changes_nothing() =>
        Decide(New(PaymentStatus.Paid), Said(FindingKind.Paid, Price)).ShouldBe(new SettlementDecision(SettlementAct.None));

    [Fact]
    public void A_gateway_that_names_no_amount_is_held_to_the_one_that_was_signed() =>
        Decide(New(), Said(FindingKind.Paid)).Act.ShouldBe(SettlementAct.Pay);

    [Theory]
    [InlineData(449_900, "PKR")]
    [InlineData(450_100, "PKR")]
    [InlineData(1, "PKR")]
    [InlineData(450_000, "USD")]
    public void Another_amount_or_currency_is_never_paid_and_is_a_task(long amountMinor, string currency)
    {
        var decision = Decide(New(), Said(FindingKind.Paid, new Money(amountMinor, Currency.Of(currency))));
        decision.Act.ShouldBe(SettlementAct.None);
        decision.Trouble.ShouldBe("amount_mismatch");
        decision.NextInquiryAt.ShouldNotBeNull(); // the attempt goes on, and is asked about later, not at once again
    }

    [Fact]
    public void An_attempt_whose_gateway_says_another_amount_ends_with_its_time()
    {
        var decision = SettlementDecision.Decide(New(), Said(FindingKind.Paid, new Money(1, Currency.Pkr)), null, New().ExpiresAt!.Value); // a page has a time
        decision.Act.ShouldBe(SettlementAct.Expire);
        decision.FailureCode.ShouldBe("amount_mismatch");
    }

    [Theory]
    [InlineData(FindingKind.Failed)]
    [InlineData(FindingKind.Expired)]
    internal void What_a_gateway_calls_over_is_asked_about_once_more(FindingKind kind) =>
        Decide(New(), Said(kind)).NextInquiryAt.ShouldNotBeNull();

    [Fact]
    public void A_message_for_another_merchant_is_never_paid() =>
        Decide(New(), Said(FindingKind.Paid, Price, merchant: "SOMEBODY"), merchantId: "MCTEST01").ShouldSatisfyAllConditions(
            decision => decision.Act.ShouldBe(SettlementAct.None), decision => decision.Trouble.ShouldBe("amount_mismatch"));

    [Fact]
    public void Our_own_merchant_in_another_case_is_ours() =>
        Decide(New(), Said(FindingKind.Paid, Price, merchant: "mctest01"), merchantId: "MCTEST01").Act.ShouldBe(SettlementAct.Pay);

    [Theory]
    [InlineData(FindingKind.Failed)]
    [InlineData(FindingKind.Expired)]
    [InlineData(FindingKind.Pending)]
    [InlineData(FindingKind.Unknown)]
    [InlineData(FindingKind.NotFound)]
    internal void Paid_never_goes_back_to_less(FindingKind kind) =>
        Decide(New(PaymentStatus.Paid), Said(kind)).Act.ShouldBe(SettlementAct.None);

    [Theory]
    [InlineData(FindingKind.Unknown)]
    [InlineData(FindingKind.Pending)]
    [InlineData(FindingKind.NotFound)]
    internal void Not_knowing_is_pending_and_asked_again(FindingKind kind)
    {
        var decision = Decide(New(PaymentStatus.Created), Said(kind));
        decision.Act.ShouldBe(SettlementAct.Wait);
        decision.NextInquiryAt.ShouldBe(Noon.AddSeconds(30));
    }

    [Fact]
    public void A_refusal_fails_with_its_code_and_says_whether_to_try_again()
    {
        var decision = Decide(New(), Said(FindingKind.Failed, code: "004"));
        decision.Act.ShouldBe(SettlementAct.Fail);
        (decision.FailureCode, decision.FailureText, decision.CanRetry).ShouldBe(("004", "Failed.", true));
    }

    [Theory]
    [InlineData(FindingKind.Unknown)]
    [InlineData(FindingKind.Pending)]
    [InlineData(FindingKind.NotFound)]
    internal void When_the_time_is_over_the_attempt_expires_and_is_still_asked_about(FindingKind kind)
    {
        var decision = Decide(New(), Said(kind), now: Noon.AddMinutes(15));
        decision.Act.ShouldBe(SettlementAct.Expire);
        decision.FailureCode.ShouldBe("expired");
        decision.NextInquiryAt.ShouldNotBeNull();
    }

    [Fact]
    public void An_attempt_that_another_one_replaced_fails_silently() =>
        Decide(New(PaymentStatus.Abandoned), Said(FindingKind.Failed)).Act.ShouldBe(SettlementAct.None);

    [Fact]
    public void A_failed_attempt_stays_failed_while_the_gateway_is_behind() =>
        Decide(New(PaymentStatus.Failed), Said(FindingKind.Pending)).ShouldBe(new SettlementDecision(SettlementAct.None));

    [Fact]
    public void What_nobody_could_say_for_a_day_is_a_task()
    {
        var decision = Decide(New(PaymentStatus.Expired) with { Inquiries = 20 }, Said(FindingKind.Unknown), now: Noon.AddHours(24));
        decision.Trouble.ShouldBe("payment_unknown");
        decision.NextInquiryAt.ShouldBeNull();
        decision.Act.ShouldBe(SettlementAct.None);
    }

    [Fact]
    public void What_the_gateway_never_heard_of_is_no_task() =>
        Decide(New(PaymentStatus.Expired) with { Inquiries = 20 }, Said(FindingKind.NotFound), now: Noon.AddHours(24)).Trouble.ShouldBeNull();

    [Fact]
    public void A_reversal_takes_back_what_has_not_gone_back_already()
    {
        var decision = Decide(New(PaymentStatus.Paid) with { RefundedMinor = 100_000 }, Said(FindingKind.Reversed));
        (decision.Act, decision.AmountMinor, decision.Trouble).ShouldBe((SettlementAct.TakeBack, 350_000, "payment_reversed"));
    }

    [Fact]
    public void A_reversal_told_twice_takes_back_once() =>
        Decide(New(PaymentStatus.Paid) with { ReversedMinor = 450_000 }, Said(FindingKind.Reversed)).ShouldBe(new SettlementDecision(SettlementAct.None));

    [Fact]
    public void A_reversal_before_anything_was_paid_is_a_failure() =>
        Decide(New(), Said(FindingKind.Reversed)).Act.ShouldBe(SettlementAct.Fail);

    [Fact]
    public void A_dispute_takes_the_money_and_one_that_was_won_is_for_a_person()
    {
        Decide(New(PaymentStatus.Paid), Said(FindingKind.Disputed, Price, code: "needs_response")).ShouldSatisfyAllConditions(
            decision => decision.Act.ShouldBe(SettlementAct.TakeBack), decision => decision.Trouble.ShouldBe("payment_disputed"));
        Decide(New(PaymentStatus.Paid) with { ReversedMinor = 450_000 }, Said(FindingKind.Disputed, code: "won")).ShouldSatisfyAllConditions(
            decision => decision.Act.ShouldBe(SettlementAct.None), decision => decision.Trouble.ShouldBe("dispute_won"));
    }

    [Fact]
    public void Our_own_refund_is_no_news_and_a_strange_one_is_a_task()
    {
        Decide(New(PaymentStatus.Paid) with { RefundedMinor = 450_000 }, Said(FindingKind.Refunded, Price)).Trouble.ShouldBeNull();
        Decide(New(PaymentStatus.Paid), Said(FindingKind.Refunded, Price)).Trouble.ShouldBe("refunded_elsewhere");
    }

    private static SettlementDecision Decide(Payment payment, Finding finding, string? merchantId = null, DateTimeOffset? now = null) =>
        SettlementDecision.Decide(payment, finding, merchantId, now ?? Noon);
}
