using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Transfers.Matching;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Transfers.Statements;

internal sealed record IgnoreBankLineRequest(string Reason);

/// <summary>Staff put a line aside that is none of our business: rent, the owner's own money. Why is asked and kept.</summary>
internal sealed class IgnoreBankLine(Database<PaymentsModule> database, TimeProvider clock)
{
    private const int MaxReasonLength = 500;

    public static async Task<Results<NoContent, Problem>> Handle(
        Guid lineId, IgnoreBankLineRequest request, StaffMember staff, IgnoreBankLine useCase, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > MaxReasonLength)
            return new Problem(RequestErrors.Invalid(("reason", $"Say why, in at most {MaxReasonLength} characters.")));
        return await useCase.Run(lineId, request.Reason.Trim(), staff, cancellation) is { } error ? new Problem(error) : TypedResults.NoContent();
    }

    private async Task<Error?> Run(Guid lineId, string reason, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await TransferMatchRows.LockLine(transaction, staff.ClubId, lineId) is not { } line)
            return RequestErrors.NotFound;
        if (!line.IsOpen)
            return PaymentErrors.LineSettled;
        await connection.ExecuteAsync(
            """
            update bank_lines set ignored_reason = @reason, settled_by = @UserId, settled_at = @now where line_id = @lineId;
            update transfer_matches set state = 'withdrawn' where line_id = @lineId and state = 'proposed'
            """,
            new { lineId, reason, staff.UserId, now }, transaction);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "bank_line.ignored", "bank_line", lineId.ToString())
        {
            After = new { line.AmountMinor, line.Currency }, Reason = reason,
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return null;
    }
}
