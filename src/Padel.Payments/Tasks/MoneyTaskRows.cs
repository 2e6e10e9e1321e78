using Dapper;
using Npgsql;

namespace Padel.Payments.Tasks;

/// <summary>Money tasks once they are open.</summary>
internal static class MoneyTaskRows
{
    /// <summary>The trouble is over: whatever was open about it is resolved.</summary>
    public static Task Close(NpgsqlTransaction transaction, Guid subjectId, string actor, string resolution, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update money_tasks set resolved_at = @now, resolved_by = @actor, resolution = @resolution
            where subject_id = @subjectId and resolved_at is null
            """, new { subjectId, actor, resolution, now }, transaction);
}
