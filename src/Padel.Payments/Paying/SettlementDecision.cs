using Padel.Payments.Gateways;

namespace Padel.Payments.Paying;

internal enum SettlementAct
{
    /// <summary>Nothing changes but the time of the next inquiry.</summary>
    None,
    Wait,
    Pay,
    Fail,
    Expire,
    TakeBack,
}

/// <summary>What a finding does to a payment. Pure: the row, the finding and the time in; what to write out.</summary>
/// <param name="NextInquiryAt">Null: nobody asks any more.</param>
/// <param name="Trouble">The kind of money task to open: what only a person can sort out.</param>
internal sealed record SettlementDecision(SettlementAct Act, DateTimeOffset? NextInquiryAt = null, string? Trouble = null, string? TroubleText = null)
{
    public string? FailureCode { get; init; }

    public string? FailureText { get; init; }

    public bool CanRetry { get; init; } = true;

    /// <summary>Of <see cref="SettlementAct.TakeBack"/>: how much.</summary>
    public long AmountMinor { get; init; }

    /// <param name="merchantId">Who we are at the gateway; null where nobody can say.</param>
    public static SettlementDecision Decide(Payment payment, Finding finding, string? merchantId, DateTimeOffset now) => finding.Kind switch
    {
        FindingKind.Paid => OnPaid(payment, finding, merchantId, now),
        FindingKind.Pending or FindingKind.Unknown or FindingKind.NotFound => OnOpen(payment, finding, now),
        FindingKind.Failed => payment.IsLive ? Failed(finding) with { NextInquiryAt = InquirySchedule.OnceMore(payment, now) } : Over(payment),
        FindingKind.Expired => payment.IsLive ? Expired(finding, InquirySchedule.Next(payment, now)) : StillOver(payment, now),
        FindingKind.Reversed => payment.IsPaid ? TakenBack(payment, finding, "payment_reversed") : payment.IsLive ? Failed(finding) : Over(payment),
        FindingKind.Disputed => OnDispute(payment, finding),
        FindingKind.Refunded => OnRefunded(payment, finding),
        _ => throw new ArgumentOutOfRangeException(nameof(finding), finding.Kind, "No such finding."),
    };

    private static SettlementDecision OnPaid(Payment payment, Finding finding, string? merchantId, DateTimeOffset now)
    {
        if (payment.IsPaid)
            return new(SettlementAct.None); // told again
        if (finding.Amount is { } amount && amount != payment.Amount)
            return Mismatch(payment, now, $"The gateway says {amount} for {payment.Reference}; {payment.Amount} was asked for.");
        if (merchantId is not null && finding.MerchantId is { } named && !string.Equals(named, merchantId, StringComparison.OrdinalIgnoreCase))
            return Mismatch(payment, now, $"The message for {payment.Reference} names another merchant.");
        return new(SettlementAct.Pay);
    }

    // What it says is not about what we asked for, so it is not believed. The attempt ends with its time, and staff look at it.
    private static SettlementDecision Mismatch(Payment payment, DateTimeOffset now, string text) =>
        new(payment.IsLive && payment.ExpiresAt <= now ? SettlementAct.Expire : SettlementAct.None, InquirySchedule.Next(payment, now), "amount_mismatch", text)
        {
            FailureCode = "amount_mismatch",
            FailureText = "What the gateway says does not match what was asked for. The club looks into it.",
            CanRetry = false,
        };

    private static SettlementDecision OnOpen(Payment payment, Finding finding, DateTimeOffset now)
    {
        if (payment.IsPaid || payment.Status == PaymentStatus.Failed)
            return new(SettlementAct.None); // older news than what is known
        var next = InquirySchedule.Next(payment, now);
        if (next is null && finding.Kind != FindingKind.NotFound)
        {
            return Expired(finding, next) with
            {
                Act = payment.IsLive ? SettlementAct.Expire : SettlementAct.None,
                Trouble = "payment_unknown",
                TroubleText = $"Nobody could say what became of {payment.Reference} ({payment.Amount}). Look it up at the gateway.",
            };
        }

        if (!payment.IsLive)
            return new(SettlementAct.None, next);
        return payment.ExpiresAt <= now ? Expired(finding, next) : new(SettlementAct.Wait, next);
    }

    private static SettlementDecision OnDispute(Payment payment, Finding finding)
    {
        var won = finding.Code is "won" or "warning_closed";
        if (payment.IsPaid && !won)
            return TakenBack(payment, finding, "payment_disputed");
        return new(SettlementAct.None, payment.NextInquiryAt, won ? "dispute_won" : "payment_disputed",
            $"{payment.Reference} ({payment.Amount}) is disputed: {finding.Code ?? "no more is said"}. {finding.Text}".TrimEnd());
    }

    private static SettlementDecision TakenBack(Payment payment, Finding finding, string trouble)
    {
        if (payment.ReversedMinor > 0)
            return new(SettlementAct.None); // told again
        var left = payment.AmountMinor - payment.RefundedMinor;
        var amount = finding.Amount is { } said && said.Currency == payment.Amount.Currency ? Math.Min(said.AmountMinor, left) : left;
        return new(SettlementAct.TakeBack, null, trouble, $"The gateway took back {payment.Reference} ({payment.Amount}). {finding.Text}".TrimEnd())
        {
            AmountMinor = amount, FailureCode = finding.Code, FailureText = finding.Text,
        };
    }

    private static SettlementDecision OnRefunded(Payment payment, Finding finding)
    {
        if (payment.IsPaid && (finding.Amount?.AmountMinor ?? payment.AmountMinor) <= payment.RefundedMinor)
            return new(SettlementAct.None); // our own refund
        return new(payment.IsLive ? SettlementAct.Fail : SettlementAct.None, null, "refunded_elsewhere",
            $"The gateway says that {finding.Amount?.ToString() ?? "money"} of {payment.Reference} went back, which nobody asked for here.")
        {
            FailureCode = finding.Code, FailureText = finding.Text,
        };
    }

    private static SettlementDecision Failed(Finding finding) =>
        new(SettlementAct.Fail) { FailureCode = finding.Code ?? "failed", FailureText = finding.Text, CanRetry = finding.CanRetry };

    private static SettlementDecision Expired(Finding finding, DateTimeOffset? next) => new(SettlementAct.Expire, next)
    {
        FailureCode = "expired",
        FailureText = finding.Kind == FindingKind.Expired ? finding.Text ?? TimeOver : TimeOver,
    };

    // A last word about an attempt that is over: no money came. Paid stays paid.
    private static SettlementDecision Over(Payment payment) => new(SettlementAct.None, payment.IsPaid ? payment.NextInquiryAt : null);

    // Vendors complete what they called expired, and tell it three times only: ask on.
    private static SettlementDecision StillOver(Payment payment, DateTimeOffset now) =>
        payment.IsPaid ? Over(payment) : new(SettlementAct.None, InquirySchedule.Next(payment, now));

    private const string TimeOver = "Nobody paid in time.";
}
