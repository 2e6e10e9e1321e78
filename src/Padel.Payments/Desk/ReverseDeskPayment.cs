using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Desk;

internal sealed record ReverseDeskPaymentRequest(string Reason);

/// <summary>A manager takes back a payment that the desk entered by mistake: the booking owes again. The drawer or the terminal gives it back.</summary>
internal sealed class ReverseDeskPayment(Database<PaymentsModule> database, RefundDesk refunds, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid paymentId, ReverseDeskPaymentRequest request, StaffMember staff, ReverseDeskPayment useCase, HttpContext http, CancellationToken cancellation)
    {
        if (StaffReason.Invalid(request.Reason) is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(ReverseDeskPayment), new { staff.ClubId, paymentId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(paymentId, request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        Guid paymentId, ReverseDeskPaymentRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        var stored = await Idempotency.Once(database.Source, key, now, transaction => Reverse(transaction, paymentId, request, staff, now), cancellation);
        if (stored.IsSuccess)
            signals.Raised(PaymentsModule.ServiceName);
        return stored;
    }

    private async Task<Result<Answer>> Reverse(
        NpgsqlTransaction transaction, Guid paymentId, ReverseDeskPaymentRequest request, StaffMember staff, DateTimeOffset now)
    {
        var seen = await PaymentRows.Find(transaction.Connection!, paymentId); // a transaction in use has its connection
        if (seen is not { BookingId: { } bookingId, Method: "cash" or "terminal" } || seen.ClubId != staff.ClubId
            || await ChargeRows.Lock(transaction, bookingId) is not { } charge)
            return RequestErrors.NotFound;
        var payment = (await PaymentRows.Lock(transaction, paymentId))!; // payments are never deleted
        if (!payment.IsPaid || payment.Kept.IsZero)
            return PaymentErrors.RefundTooMuch;

        var asked = await refunds.Ask(transaction, charge, new RefundWish(
            payment.Kept.AmountMinor, RefundDestination.Source, RefundKind.Correction, request.Reason.Trim(), PaymentNews.ByStaff(staff.UserId))
        {
            PaymentId = paymentId,
        }, now);
        if (!asked.IsSuccess)
            return asked.Error;
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "payment.reversed", "payment", paymentId.ToString())
        {
            Before = new { payment.AmountMinor, payment.RefundedMinor }, Reason = request.Reason,
        }, now);
        var refund = asked.Value.Single(); // one payment, one refund
        return Answer.Created($"/api/v1/clubs/{staff.ClubId}/refunds/{refund.RefundId}", RefundBody.Of(refund));
    }
}
