using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;

namespace Padel.Identity.Sessions;

internal sealed record SessionView(Guid SessionId, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, bool Current);

internal sealed record SessionList(IReadOnlyList<SessionView> Items);

/// <summary>Where the caller is signed in, the last used first.</summary>
internal static class ListSessions
{
    private const int MaxItems = 100;

    public static async Task<Ok<SessionList>> Handle(Caller caller, IdentityWork work, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var items = await connection.QueryAsync<SessionView>(
            """
            select session_id as SessionId, device as Device, created_at as CreatedAt, last_seen_at as LastSeenAt, session_id = @SessionId as Current
            from sessions where user_id = @UserId and ended_at is null and expires_at > @now
            order by last_seen_at desc limit @MaxItems
            """, new { caller.UserId, caller.SessionId, now = work.Now, MaxItems });
        return TypedResults.Ok(new SessionList([.. items]));
    }
}
