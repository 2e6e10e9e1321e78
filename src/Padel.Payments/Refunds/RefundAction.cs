using Microsoft.AspNetCore.Http;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Refunds;

/// <summary>What every decision of staff about one refund shares: the key, the locks in their order, the audit, the answer.</summary>
internal sealed class RefundAction(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    /// <summary>A refund under the locks of its charge, its payment and itself.</summary>
    internal sealed record Held(NpgsqlTransaction Transaction, Charge? Charge, Payment Payment, Refund Refund, StaffMember Staff, DateTimeOffset Now)
    {
        public string Actor => PaymentNews.ByStaff(Staff.UserId);
    }

    /// <summary>What a member of staff wants of a refund.</summary>
    internal sealed record Intent(HttpContext Http, StaffMember Staff, Guid RefundId, string Operation, object Request, string? Reason = null);

    /// <param name="act">Decides and writes; its refund is the answer.</param>
    public async Task<Result<StoredAnswer>> Run(Intent intent, Func<Held, Task<Result<Refund>>> act, CancellationToken cancellation)
    {
        var (http, staff, refundId, operation, request, reason) = intent;
        var key = IdempotencyKey.Of(http, staff.UserId, operation, new { staff.ClubId, refundId, request });
        if (!key.IsSuccess)
            return key.Error;
        var now = clock.Now();
        var stored = await Idempotency.Once(database.Source, key.Value, now, async transaction =>
        {
            if (await Lock(transaction, refundId, staff, now) is not { } held)
                return RequestErrors.NotFound;
            var after = await act(held);
            if (!after.IsSuccess)
                return after.Error;
            await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, Name(operation), "refund", refundId.ToString())
            {
                Before = new { held.Refund.Status, held.Refund.Destination }, After = new { after.Value.Status, after.Value.Destination }, Reason = reason,
            }, now);
            return Answer.Ok(RefundBody.Of(after.Value, held.Payment.Method, held.Payment.Gateway));
        }, cancellation);
        if (stored.IsSuccess)
            signals.Raised(PaymentsModule.ServiceName);
        return stored;
    }

    private static async Task<Held?> Lock(NpgsqlTransaction transaction, Guid refundId, StaffMember staff, DateTimeOffset now)
    {
        if (await RefundRows.Find(transaction.Connection!, refundId) is not { } seen || seen.ClubId != staff.ClubId) // a transaction in use has its connection
            return null;
        var charge = seen.BookingId is { } bookingId ? await ChargeRows.Lock(transaction, bookingId) : null;
        var payment = (await PaymentRows.Lock(transaction, seen.PaymentId))!; // payments and refunds are never deleted
        return new Held(transaction, charge, payment, (await RefundRows.Lock(transaction, refundId))!, staff, now);
    }

    private static string Name(string operation) => operation switch
    {
        nameof(ApproveRefund) => "refund.approved",
        nameof(DeclineRefund) => "refund.declined",
        nameof(RetryRefund) => "refund.retried",
        _ => "refund.settled",
    };
}
