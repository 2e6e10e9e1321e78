using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Payments.Settings;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Payments.Transfers.Statements;

/// <summary>
/// Staff send the bank's CSV: new credits are kept, those that carry a reference find their transfer. No Idempotency-Key: a line that was
/// read before changes nothing, in whatever file it comes.
/// </summary>
internal sealed class UploadStatement(Database<PaymentsModule> database, MatchByReference matching, EventSignals signals, TimeProvider clock)
{
    public const long MaxBodyBytes = 4 * 1024 * 1024;
    private const int MaxFileName = 120;

    /// <summary>More open lines than this were never dealt with by anybody; the oldest come first.</summary>
    private const int MaxOpenLines = 20_000;

    public static async Task<Results<Ok<StatementReport>, Problem>> Handle(
        IFormFile? statement, StaffMember staff, UploadStatement useCase, CancellationToken cancellation)
    {
        if (statement is null || statement.Length == 0)
            return new Problem(RequestErrors.Invalid(("statement", "Choose the CSV file from your bank.")));
        using var bytes = new MemoryStream((int)statement.Length);
        await statement.CopyToAsync(bytes, cancellation);
        var result = await useCase.Run(statement.FileName, bytes.ToArray(), staff, cancellation);
        return result.IsSuccess ? TypedResults.Ok(result.Value) : new Problem(result.Error);
    }

    private async Task<Result<StatementReport>> Run(string fileName, byte[] bytes, StaffMember staff, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await ClubMoneyRows.Find(connection, staff.ClubId) is not { } club)
            return RequestErrors.NotFound;
        var read = await StatementFile.Read(bytes, Currency.Of(club.Currency), cancellation);
        if (!read.IsSuccess)
            return read.Error;
        var content = read.Value;
        var added = await Keep(fileName.Length > MaxFileName ? fileName[..MaxFileName] : fileName, content, staff, cancellation);
        var (matched, proposed) = await matching.Run(await StatementRows.Open(connection, club.ClubId, MaxOpenLines), staff, cancellation);
        signals.Raised(PaymentsModule.ServiceName);
        var open = await StatementRows.Open(connection, club.ClubId, MaxOpenLines);
        return new StatementReport(content.Credits.Count, added, content.Debits, matched, proposed, open.Count, content.Unreadable);
    }

    private async Task<int> Keep(string fileName, StatementContent content, StaffMember staff, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var added = await StatementRows.Write(transaction, staff.ClubId, fileName, content, staff.UserId, now);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "bank_statement.read", "club", staff.ClubId.ToString())
        {
            After = new { fileName, credits = content.Credits.Count, added, unreadable = content.Unreadable.Count },
        }, now);
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        return added;
    }
}
