using Padel.Kernel;

namespace Padel.Payments;

/// <summary>What payments refuses, and the sentence a person reads. Codes are listed in docs/errors.md and never change their meaning.</summary>
internal static class PaymentErrors
{
    public static readonly Error InsufficientFunds = new("payments.insufficient_funds", 422, "There is not enough credit for this.");
    public static readonly Error NothingDue = new("payments.nothing_due", 422, "There is nothing to pay here now.");
    public static readonly Error HoldOver = new("payments.hold_over", 422, "The time to pay for this booking is over. Book again.");
    public static readonly Error MethodOff = new("payments.method_off", 422, "The club does not take this way of paying at the moment.");
    public static readonly Error UnknownProduct = new("payments.unknown_product", 404, "The club does not sell this.");
    public static readonly Error PlanOver = new("payments.plan_over", 409, "This plan is over already.");
    public static readonly Error PlanNotRenewable = new("payments.plan_not_renewable", 422, "This plan does not run on by itself.");
    public static readonly Error NoPlan = new("payments.no_plan", 422, "None of your plans covers this game.");
    public static readonly Error RefundTooMuch = new("payments.refund_too_much", 422, "That is more than was paid and has not gone back yet.");
    public static readonly Error RefundMovedOn = new("payments.refund_moved_on", 409, "This refund is no longer waiting for that.");
    public static readonly Error RefundStuck = new("payments.refund_stuck", 422, "This money has not gone back yet. Settle the refund; then this is resolved with it.");
    public static readonly Error NoWallet = new("payments.no_wallet", 422, "A guest has no wallet. Give the money back in cash or by hand.");
    public static readonly Error MoreThanDue = new("payments.more_than_due", 422, "That is more than is due.");
    public static readonly Error PayoutKnown = new("payments.payout_known", 409, "This payout is recorded already.");
    public static readonly Error PayoutTooMuch = new("payments.payout_too_much", 422, "The gateway does not hold that much for the club.");
    public static readonly Error NoMoreProofs = new("payments.no_more_proofs", 422, "Enough was shown for this transfer. The club looks for it on its account.");
    public static readonly Error TransferMatched =
        new("payments.transfer_matched", 409, "This transfer was matched before. If money came twice, choose the second line of the bank statement.");
    public static readonly Error LineSettled = new("payments.line_settled", 409, "This line of the statement was dealt with before.");
    public static readonly Error LineAmount = new("payments.line_amount", 422, "The line of the statement says another amount.");
}
