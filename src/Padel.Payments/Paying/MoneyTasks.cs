using System.Text.Json;
using Dapper;
using Npgsql;

namespace Padel.Payments.Paying;

/// <summary>Opens what only a person can sort out. The same trouble is one task until somebody resolves it.</summary>
internal static class MoneyTasks
{
    public static Task Open(
        NpgsqlTransaction transaction, Guid clubId, string kind, string subjectType, Guid subjectId, string text, DateTimeOffset now, object? detail = null) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into money_tasks (task_id, club_id, kind, subject_type, subject_id, text, detail, created_at)
            values (@taskId, @clubId, @kind, @subjectType, @subjectId, @text, @detail::jsonb, @now)
            on conflict (kind, subject_id) where resolved_at is null do nothing
            """,
            new
            {
                taskId = Guid.CreateVersion7(now), clubId, kind, subjectType, subjectId, text, now,
                detail = JsonSerializer.Serialize(detail ?? new object(), JsonSerializerOptions.Web),
            }, transaction);

    /// <summary>For alarms that strangers can set off: about the club, and at most one an hour even when each is resolved at once.</summary>
    public static async Task OpenHourly(NpgsqlTransaction transaction, Guid clubId, string kind, string text, DateTimeOffset now)
    {
        var heard = await transaction.Connection!.ExecuteScalarAsync<bool>( // as above
            "select exists (select 1 from money_tasks where club_id = @clubId and kind = @kind and created_at > @since)",
            new { clubId, kind, since = now.AddHours(-1) }, transaction);
        if (!heard)
            await Open(transaction, clubId, kind, "club", clubId, text, now);
    }
}
