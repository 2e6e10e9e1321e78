using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

/// <summary>Ends one of the caller's sessions, for example on a lost phone. It cannot be refreshed from this moment on.</summary>
internal static class EndSession
{
    public static async Task<Results<NoContent, Problem>> Handle(Guid sessionId, Caller caller, IdentityWork work, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var ended = await connection.ExecuteAsync(
            "update sessions set ended_at = @now where session_id = @sessionId and user_id = @UserId and ended_at is null",
            new { sessionId, caller.UserId, now = work.Now });
        return ended == 1 ? TypedResults.NoContent() : new Problem(RequestErrors.NotFound);
    }
}
