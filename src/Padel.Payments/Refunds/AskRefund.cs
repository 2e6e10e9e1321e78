using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Settings;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Refunds;

/// <summary>
/// Staff give money back for a booking, for a reason. Above the club's limit it waits for a manager, unless a manager asks. It may come out of
/// several payments: one refund each.
/// </summary>
internal sealed class AskRefund(Database<PaymentsModule> database, RefundDesk refunds, EventSignals signals, TimeProvider clock)
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid bookingId, AskRefundRequest request, StaffMember staff, AskRefund useCase, HttpContext http, CancellationToken cancellation)
    {
        if (request.Invalid() is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(AskRefund), new { staff.ClubId, bookingId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var result = await useCase.Run(bookingId, request, staff, key.Value, cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private async Task<Result<StoredAnswer>> Run(
        Guid bookingId, AskRefundRequest request, StaffMember staff, IdempotencyKey key, CancellationToken cancellation)
    {
        var now = clock.Now();
        var stored = await Idempotency.Once(database.Source, key, now, transaction => Ask(transaction, bookingId, request, staff, now), cancellation);
        if (stored.IsSuccess)
            signals.Raised(PaymentsModule.ServiceName);
        return stored;
    }

    private async Task<Result<Answer>> Ask(
        NpgsqlTransaction transaction, Guid bookingId, AskRefundRequest request, StaffMember staff, DateTimeOffset now)
    {
        if (await ChargeRows.Lock(transaction, bookingId) is not { } charge || charge.ClubId != staff.ClubId)
            return RequestErrors.NotFound;
        var club = (await ClubMoneyRows.Find(transaction.Connection!, staff.ClubId, transaction))!; // a charge is of a club; a transaction in use has its connection
        var needsApproval = staff.Role < StaffRole.Manager && request.AmountMinor > club.RefundApprovalAboveMinor;
        var asked = await refunds.Ask(transaction, charge, new RefundWish(
            request.AmountMinor, request.To, RefundKind.Goodwill, request.Reason.Trim(), PaymentNews.ByStaff(staff.UserId)) { NeedsApproval = needsApproval }, now);
        if (!asked.IsSuccess)
            return asked.Error;
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "refund.asked", "booking", bookingId.ToString())
        {
            After = new { request.AmountMinor, request.To, needsApproval, Refunds = asked.Value.Select(refund => refund.RefundId) }, Reason = request.Reason,
        }, now);
        return Answer.Created(
            $"/api/v1/clubs/{staff.ClubId}/bookings/{bookingId}/money", new RefundList([.. asked.Value.Select(refund => RefundBody.Of(refund))]));
    }
}

/// <param name="To"><c>source</c>: where it came from, or the wallet where no machine can; <c>wallet</c>; <c>cash</c>: out of the drawer, now.</param>
internal sealed record AskRefundRequest(long AmountMinor, string To, string Reason)
{
    private const int MaxReasonLength = 500;

    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (AmountMinor <= 0)
            problems.Add(("amountMinor", "More than nothing."));
        if (To is not (RefundDestination.Source or RefundDestination.Wallet or RefundDestination.Cash))
            problems.Add(("to", "One of source, wallet, cash."));
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > MaxReasonLength)
            problems.Add(("reason", $"1 to {MaxReasonLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
