using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Desk;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Refunds;

/// <param name="By">
/// <c>wallet</c>; <c>cash</c>: out of the drawer; <c>by_hand</c>: over the way it came, on the gateway's or the bank's own pages.
/// </param>
internal sealed record SettleRefundRequest(string By, string Note);

/// <summary>Staff give the money back another way than the machine could, or did it by hand, or found that it had gone.</summary>
internal static class SettleRefund
{
    private const string ByHand = "by_hand";

    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid refundId, SettleRefundRequest request, StaffMember staff, RefundAction action, HttpContext http, CancellationToken cancellation)
    {
        if (request.By is not (RefundDestination.Wallet or RefundDestination.Cash or ByHand))
            return new Problem(RequestErrors.Invalid(("by", "One of wallet, cash, by_hand.")));
        if (StaffReason.Invalid(request.Note, "note") is { } invalid)
            return new Problem(invalid);
        var result = await action.Run(
            new RefundAction.Intent(http, staff, refundId, nameof(SettleRefund), request, request.Note), held => Settle(held, request.By), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Refund>> Settle(RefundAction.Held held, string by)
    {
        if (!held.Refund.IsStuck)
            return PaymentErrors.RefundMovedOn;
        if (by == RefundDestination.Wallet && held.Refund.PlayerId is null)
            return PaymentErrors.NoWallet;
        var chosen = held.Refund with { Destination = by == ByHand ? RefundDestination.Source : by };
        return await RefundCompletion.Complete(held.Transaction, chosen, held.Payment, held.Actor, held.Now, byHand: true);
    }
}
