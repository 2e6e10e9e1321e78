using System.Text.Json;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Tasks;

internal sealed record MoneyTaskList(IReadOnlyList<MoneyTaskBody> Items, Guid? NextCursor);

/// <param name="Kind">What sort of trouble; <paramref name="Text"/> says what to do.</param>
/// <param name="SubjectType"><c>refund</c>, <c>payment</c>, <c>booking</c> or <c>club</c>: what <paramref name="SubjectId"/> names.</param>
internal sealed record MoneyTaskBody(
    Guid TaskId, string Kind, string SubjectType, Guid SubjectId, string Text, JsonElement Detail, DateTimeOffset CreatedAt, DateTimeOffset? ResolvedAt,
    string? ResolvedBy, string? Resolution);

/// <summary>What only a person can sort out: what is open, newest first; or what was resolved.</summary>
internal static class ListMoneyTasks
{
    private const int PageSize = 50;

    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<Ok<MoneyTaskList>> Handle(
        Guid? cursor, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation, bool resolved = false)
    {
        await using var connection = await database.Open(cancellation);
        var found = (await connection.QueryAsync<Row>(
            """
            select task_id as TaskId, kind as Kind, subject_type as SubjectType, subject_id as SubjectId, text as Text, detail::text as Detail,
                   created_at as CreatedAt, resolved_at as ResolvedAt, resolved_by as ResolvedBy, resolution as Resolution
            from money_tasks
            where club_id = @ClubId and (resolved_at is not null) = @resolved and (@cursor::uuid is null or task_id < @cursor)
            order by task_id desc limit @limit
            """, new { staff.ClubId, resolved, cursor, limit = PageSize + 1 })).AsList();
        return TypedResults.Ok(new MoneyTaskList([.. found.Take(PageSize).Select(Body)], found.Count > PageSize ? found[PageSize - 1].TaskId : null));
    }

    private static MoneyTaskBody Body(Row row)
    {
        using var detail = JsonDocument.Parse(row.Detail);
        return new MoneyTaskBody(
            row.TaskId, row.Kind, row.SubjectType, row.SubjectId, row.Text, detail.RootElement.Clone(), row.CreatedAt, row.ResolvedAt, row.ResolvedBy,
            row.Resolution);
    }

    private sealed record Row(
        Guid TaskId, string Kind, string SubjectType, Guid SubjectId, string Text, string Detail, DateTimeOffset CreatedAt, DateTimeOffset? ResolvedAt,
        string? ResolvedBy, string? Resolution);
}
