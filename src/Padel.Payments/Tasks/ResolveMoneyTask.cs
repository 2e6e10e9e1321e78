using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Desk;
using Padel.Payments.Paying;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Tasks;

internal sealed record ResolveMoneyTaskRequest(string Note);

internal sealed record ResolvedMoneyTask(Guid TaskId, DateTimeOffset ResolvedAt);

/// <summary>
/// Staff have sorted it out and say how. It moves no money. A refund that is stuck is no such matter: it is settled itself, and its task goes
/// with it.
/// </summary>
internal static class ResolveMoneyTask
{
    public static async Task<Results<StoredAnswer, Problem>> Handle(
        Guid taskId, ResolveMoneyTaskRequest request, StaffMember staff, Database<PaymentsModule> database, TimeProvider clock, HttpContext http,
        CancellationToken cancellation)
    {
        if (StaffReason.Invalid(request.Note, "note") is { } invalid)
            return new Problem(invalid);
        var key = IdempotencyKey.Of(http, staff.UserId, nameof(ResolveMoneyTask), new { staff.ClubId, taskId, request });
        if (!key.IsSuccess)
            return new Problem(key.Error);
        var now = clock.Now();
        var result = await Idempotency.Once(
            database.Source, key.Value, now, transaction => Resolve(transaction, taskId, request.Note.Trim(), staff, now), cancellation);
        return result.IsSuccess ? result.Value : new Problem(result.Error);
    }

    private static async Task<Result<Answer>> Resolve(NpgsqlTransaction transaction, Guid taskId, string note, StaffMember staff, DateTimeOffset now)
    {
        var connection = transaction.Connection!; // a transaction in use has its connection
        var task = await connection.QuerySingleOrDefaultAsync<(string Kind, Guid SubjectId, bool Stuck)?>(
            """
            select t.kind, t.subject_id, exists (select 1 from refunds r where r.refund_id = t.subject_id and r.status in ('failed', 'manual', 'unknown'))
            from money_tasks t where t.task_id = @taskId and t.club_id = @ClubId and t.resolved_at is null for update of t
            """, new { taskId, staff.ClubId }, transaction);
        if (task is not { } open)
            return RequestErrors.NotFound;
        if (open.Stuck)
            return PaymentErrors.RefundStuck;
        await connection.ExecuteAsync(
            "update money_tasks set resolved_at = @now, resolved_by = @actor, resolution = @note where task_id = @taskId",
            new { taskId, note, actor = PaymentNews.ByStaff(staff.UserId), now }, transaction);
        await AuditLog.Write(transaction, new AuditEntry(staff.ClubId, staff.UserId, staff.Name, "money_task.resolved", "money_task", taskId.ToString())
        {
            Before = new { open.Kind, open.SubjectId }, Reason = note,
        }, now);
        return Answer.Ok(new ResolvedMoneyTask(taskId, now));
    }
}
