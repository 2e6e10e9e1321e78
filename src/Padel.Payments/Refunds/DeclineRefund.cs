using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Desk;
using Padel.Payments.Ledger;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Refunds;

internal sealed record DeclineRefundRequest(string Reason);

/// <summary>A manager says no to a refund above the club's limit: the money is the booking's again.</summary>
internal static class DeclineRefund
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid refundId, DeclineRefundRequest request, StaffMember staff, RefundAction action, HttpContext http, CancellationToken cancellation)
    {
        if (StaffReason.Invalid(request.Reason) is { } invalid)
            return new Problem(invalid);
        var result = await action.Run(
            new RefundAction.Intent(http, staff, refundId, nameof(DeclineRefund), request, request.Reason), held => Decline(held, request.Reason.Trim()), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Refund>> Decline(RefundAction.Held held, string reason)
    {
        if (held.Refund.Status != RefundStatus.NeedsApproval || held.Charge is not { } charge)
            return PaymentErrors.RefundMovedOn;
        var declined = held.Refund with { Status = RefundStatus.Declined, FailureCode = "declined", FailureText = reason };
        await RefundRows.Update(held.Transaction, declined, held.Now);
        await held.Transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update payments set refunded_minor = refunded_minor - @AmountMinor where payment_id = @PaymentId",
            new { declined.PaymentId, declined.AmountMinor }, held.Transaction);
        var accounts = new Accounts(charge.ClubId);
        var posted = await GeneralLedger.Post(held.Transaction, new Posting(
            charge.ClubId, PostingKinds.RefundDeclined, reason, held.Actor, "booking", charge.BookingId, $"refund:{declined.RefundId}:declined",
            Entry.Debit(accounts.RefundsPayable, declined.Amount), Entry.Credit(accounts.Booking(charge.BookingId), declined.Amount)), held.Now);
        if (!posted.IsSuccess)
            throw new InvalidOperationException($"Refund {declined.RefundId}: {posted.Error.Code}.");
        await Consequences.AfterPayment(held.Transaction, charge, held.Now); // what was over has earned it again
        return declined;
    }
}
