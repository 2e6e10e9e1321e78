using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;

namespace Padel.Identity.Sessions;

/// <summary>Ends the session of the token; the refresh token stops working at once. Doing it twice is fine.</summary>
internal static class SignOut
{
    public static async Task<NoContent> Handle(Caller caller, HttpContext http, IdentityWork work, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        await connection.ExecuteAsync("update sessions set ended_at = @now where session_id = @SessionId and user_id = @UserId and ended_at is null",
            new { caller.SessionId, caller.UserId, now = work.Now });
        TokenDelivery.DropCookie(http);
        return TypedResults.NoContent();
    }
}
