using System.Text.Json;
using Dapper;
using Npgsql;

namespace Padel.Platform.Audit;

/// <summary>One change by staff: who, what, before, after and why.</summary>
public sealed record AuditEntry(Guid? ClubId, Guid ActorId, string ActorName, string Action, string SubjectType, string SubjectId)
{
    public object? Before { get; init; }

    public object? After { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Written in the transaction of the change it tells of; the database refuses edits.</summary>
public static class AuditLog
{
    public static Task Write(NpgsqlTransaction transaction, AuditEntry entry, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into audit_log (audit_id, at, club_id, actor_id, actor_name, action, subject_type, subject_id, before, after, reason)
            values (@id, @now, @ClubId, @ActorId, @ActorName, @Action, @SubjectType, @SubjectId, @before::jsonb, @after::jsonb, @Reason)
            """,
            new
            {
                id = Guid.CreateVersion7(), now, entry.ClubId, entry.ActorId, entry.ActorName, entry.Action, entry.SubjectType, entry.SubjectId,
                before = Json(entry.Before), after = Json(entry.After), entry.Reason,
            }, transaction);

    private static string? Json(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), JsonSerializerOptions.Web);
}
