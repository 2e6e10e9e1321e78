using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Desk;

/// <summary>
/// Cash or a card at the desk, for a booking: the whole of what is due or a part of it, never more. Paid at once; an attempt of the player's
/// that is under way gives way to it.
/// </summary>
internal sealed class TakeDeskPayment(
    Database<PaymentsModule> database, GatewayDesk gateways, CallsBeside calls, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid bookingId, DeskPaymentRequest request, StaffMember staff, TakeDeskPayment useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(TakeDeskPayment), new { staff.ClubId, bookingId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(bookingId, request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        Guid bookingId, DeskPaymentRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        Payment? replaced = null;
        var stored = await Idempotency.Once(database.Source, key, now, async transaction =>
        {
            if (await ChargeRows.Lock(transaction, bookingId) is not { } charge || charge.ClubId != staff.ClubId)
                return RequestErrors.NotFound;
            replaced = await PaymentRows.LockLive(transaction, bookingId);
            return await Take(transaction, charge, replaced, request, staff, now);
        }, cancellation);
        if (!stored.IsSuccess)
            return stored;
        signals.Raised(PaymentsModule.ServiceName);
        if (!stored.Value.Replayed && replaced is { Gateway: not null } live)
            calls.TryRun(token => gateways.Cancel(live, token));
        return stored;
    }

    private static async Task<Result<Answer>> Take(
        NpgsqlTransaction transaction, Charge charge, Payment? live, DeskPaymentRequest request, StaffMember staff, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var due = ChargeMoney.Of(charge, await ChargeRows.Paid(connection, charge), now).Due;
        if (due.IsZero)
            return PaymentErrors.NothingDue;
        if (request.AmountMinor > due.AmountMinor)
            return PaymentErrors.MoreThanDue.With("due", due);

        if (live is not null)
            await OpenAttempt.Abandon(transaction, live, now);
        var payment = New(charge, request, staff, now);
        await PaymentRows.Insert(transaction, payment);
        var settled = await Settlement.Apply(transaction, payment.PaymentId, Finding.Of(FindingKind.Paid, null, null), "desk", now);
        if (!settled.IsSuccess)
            return settled.Error;
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "payment.taken", "booking", charge.BookingId.ToString())
        {
            After = new { payment.PaymentId, request.Method, request.AmountMinor, payment.Currency }, Reason = request.Note,
        }, now);
        return Answer.Created($"/api/v1/clubs/{charge.ClubId}/bookings/{charge.BookingId}/money", await PaymentAnswers.Of(connection, settled.Value.Payment));
    }

    private static Payment New(Charge charge, DeskPaymentRequest request, StaffMember staff, DateTimeOffset now) => new()
    {
        PaymentId = Guid.CreateVersion7(now), ClubId = charge.ClubId, PlayerId = charge.PlayerId, Purpose = "booking", BookingId = charge.BookingId,
        Method = request.Method, Reference = AttemptReference.New(now), Currency = charge.Currency, AmountMinor = request.AmountMinor,
        Status = PaymentStatus.Created, Actor = PaymentNews.ByStaff(staff.UserId), Note = request.Note, CreatedAt = now,
    };
}
