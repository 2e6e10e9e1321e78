using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Plans;

internal sealed record CancelPlanRequest(string Reason)
{
    public const int MostReason = 200;
}

/// <param name="Refunded">What was not used: in the player's wallet now.</param>
internal sealed record CancelledPlan(Guid PlanId, Money Refunded, Guid? RefundId);

/// <summary>A manager ends a plan before its time. What was not used goes to the player's wallet, with a credit note.</summary>
internal sealed class CancelPlan(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid planId, CancelPlanRequest request, StaffMember staff, CancelPlan useCase, HttpContext http, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > CancelPlanRequest.MostReason)
            return new Problem(RequestErrors.Invalid(("reason", $"Say why, in at most {CancelPlanRequest.MostReason} characters.")));
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(CancelPlan), new { staff.ClubId, planId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(planId, request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        Guid planId, CancelPlanRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        var result = await Idempotency.Once(database.Source, key, now, transaction => Cancel(transaction, planId, request, staff, now), cancellation);
        signals.Raised(PaymentsModule.ServiceName);
        return result;
    }

    private static async Task<Result<Answer>> Cancel(
        NpgsqlTransaction transaction, Guid planId, CancelPlanRequest request, StaffMember staff, DateTimeOffset now)
    {
        if (await PlanRows.Find(transaction.Connection!, planId) is not { } seen || seen.ClubId != staff.ClubId) // a transaction in use has its connection
            return RequestErrors.NotFound;
        var payment = (await PaymentRows.Lock(transaction, seen.PaymentId))!; // a plan names its payment; payments before plans
        var plan = (await PlanRows.Lock(transaction, planId))!; // as above
        if (!plan.IsActive || plan.PaymentId != payment.PaymentId)
            return PaymentErrors.PlanOver;
        var left = plan.IsPackage ? await PlanEnding.ValueLeft(transaction, plan) : PlanPeriod.Unused(plan, now);
        var back = Money.Min(left, payment.Kept);
        var refund = back.IsZero ? null : await Refund(transaction, plan, payment, back, request.Reason, staff, now);
        await PlanEnding.End(transaction, plan, PlanEnd.Cancelled, PaymentNews.ByStaff(staff.UserId), now);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "plan.cancelled", "plan", planId.ToString())
        {
            Before = new { plan.Name, plan.MinutesLeft, plan.ValidUntil }, After = new { RefundedMinor = back.AmountMinor }, Reason = request.Reason,
        }, now);
        return Answer.Ok(new CancelledPlan(planId, back, refund?.RefundId));
    }

    private static async Task<Refund> Refund(
        NpgsqlTransaction transaction, Plan plan, Payment payment, Money back, string reason, StaffMember staff, DateTimeOffset now)
    {
        var actor = PaymentNews.ByStaff(staff.UserId);
        var refund = new Refund
        {
            RefundId = Guid.CreateVersion7(now), ClubId = plan.ClubId, PaymentId = payment.PaymentId, PlayerId = plan.PlayerId, Currency = plan.Currency,
            AmountMinor = back.AmountMinor, Destination = RefundDestination.Wallet, Status = RefundStatus.Requested, Kind = RefundKind.Cancellation,
            Reason = reason, Reference = RefundReference.New(), RequestedBy = actor, ApprovedBy = actor, CreatedAt = now,
        };
        await transaction.Connection!.ExecuteAsync( // as above
            "update payments set refunded_minor = refunded_minor + @AmountMinor where payment_id = @PaymentId", refund, transaction);
        await RefundRows.Insert(transaction, refund);
        await PlanDesk.Post(transaction, PlanPostings.Cancelled(plan, back, await MoneyOut.TaxOf(transaction, plan.ClubId), refund.RefundId, reason, actor), now);
        return await RefundCompletion.Complete(transaction, refund, payment, actor, now);
    }
}
