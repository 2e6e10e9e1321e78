using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Platform.Audit;

/// <summary>What staff changed at a club, newest first, over all services of this process.</summary>
internal static class ListAuditEntries
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/clubs/{clubId:guid}/audit-entries", Handle).WithName(nameof(ListAuditEntries)).ForManagers();

    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    private static async Task<AuditPage> Handle(Guid clubId, Guid? cursor, RunningServices services, ServiceDatabases databases, CancellationToken cancellation)
    {
        var found = new List<Row>();
        foreach (var service in services.Running)
        {
            await using var connection = await databases.Of(service.Name).OpenConnectionAsync(cancellation);
            found.AddRange(await connection.QueryAsync<Row>(new CommandDefinition(
                """
                select audit_id as AuditId, at as At, actor_id as ActorId, actor_name as ActorName, action as Action, subject_type as SubjectType,
                       subject_id as SubjectId, before::text as Before, after::text as After, reason as Reason
                from audit_log where club_id = @clubId and (@cursor::uuid is null or audit_id < @cursor)
                order by audit_id desc limit @limit
                """, new { clubId, cursor, limit = PageSize + 1 }, cancellationToken: cancellation)));
        }

        // Ids sort by time, so pages of several services fit together.
        var page = found.OrderByDescending(row => row.AuditId).Take(PageSize + 1).ToList();
        return new AuditPage([.. page.Take(PageSize).Select(View)], page.Count > PageSize ? page[PageSize - 1].AuditId : null);
    }

    private static AuditView View(Row row) => new(
        row.AuditId, row.At, row.ActorId, row.ActorName, row.Action, row.SubjectType, row.SubjectId, Json(row.Before), Json(row.After), row.Reason);

    private static JsonElement? Json(string? text)
    {
        if (text is null)
            return null;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private sealed record Row(
        Guid AuditId, DateTimeOffset At, Guid ActorId, string ActorName, string Action, string SubjectType, string SubjectId, string? Before, string? After, string? Reason);
}

internal sealed record AuditPage(IReadOnlyList<AuditView> Items, Guid? NextCursor);

internal sealed record AuditView(
    Guid AuditId, DateTimeOffset At, Guid ActorId, string ActorName, string Action, string SubjectType, string SubjectId,
    JsonElement? Before, JsonElement? After, string? Reason);
