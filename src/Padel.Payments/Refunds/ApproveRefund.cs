using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Refunds;

/// <summary>A manager agrees to a refund above the club's limit: it goes its way.</summary>
internal static class ApproveRefund
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid refundId, StaffMember staff, RefundAction action, RefundDesk desk, HttpContext http, CancellationToken cancellation)
    {
        var result = await action.Run(
            new RefundAction.Intent(http, staff, refundId, nameof(ApproveRefund), new { }), held => Approve(held, desk), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Refund>> Approve(RefundAction.Held held, RefundDesk desk)
    {
        if (held.Refund.Status != RefundStatus.NeedsApproval)
            return PaymentErrors.RefundMovedOn;
        var approved = held.Refund with { ApprovedBy = held.Actor };
        if (approved.Destination is RefundDestination.Wallet or RefundDestination.Plan)
            return await RefundCompletion.Complete(held.Transaction, approved, held.Payment, held.Actor, held.Now);

        // The person may not stand at the desk any more: cash waits until somebody hands it out.
        var byGateway = approved.Destination == RefundDestination.Source && held.Payment.Gateway is { } gateway && desk.CanRefund(gateway);
        approved = approved with { Status = byGateway ? RefundStatus.Requested : RefundStatus.Manual, NextAttemptAt = byGateway ? held.Now : null };
        await RefundRows.Update(held.Transaction, approved, held.Now);
        if (!byGateway)
            await RefundDesk.OpenTask(held.Transaction, approved, held.Now);
        return approved;
    }
}
