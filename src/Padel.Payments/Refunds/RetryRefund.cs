using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Tasks;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Refunds;

/// <summary>
/// Staff have looked and send a refund again over its gateway: one that was refused, or one of which nobody knew and that did not go. Where a
/// repeat could pay twice it is a manager's word that counts.
/// </summary>
internal static class RetryRefund
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid refundId, StaffMember staff, RefundAction action, RefundDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var result = await action.Run(
            new RefundAction.Intent(http, staff, refundId, nameof(RetryRefund), new { }), held => Retry(held, desk), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Refund>> Retry(RefundAction.Held held, RefundDesk desk)
    {
        if (held.Refund.Status is not (RefundStatus.Failed or RefundStatus.Unknown) || held.Payment.Gateway is not { } gateway || !desk.CanRefund(gateway))
            return PaymentErrors.RefundMovedOn;
        if (held.Refund.Status == RefundStatus.Unknown && held.Staff.Role < StaffRole.Manager)
            return RequestErrors.NotAllowed;
        var again = held.Refund with
        {
            Status = RefundStatus.Requested, Destination = RefundDestination.Source, NextAttemptAt = held.Now, Attempts = 0, GatewayReference = null,
            FailureCode = null, FailureText = null,
        };
        await RefundRows.Update(held.Transaction, again, held.Now);
        await MoneyTaskRows.Close(held.Transaction, again.RefundId, held.Actor, "Sent again.", held.Now);
        return again;
    }
}
