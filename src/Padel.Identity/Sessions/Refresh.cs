using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Identity.Accounts;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Identity.Sessions;

/// <summary>For clients without cookies; a browser sends nothing.</summary>
internal sealed record RefreshRequest(string? RefreshToken);

/// <summary>
/// Changes a refresh token for its successor. Two tabs at once, or one whose answer was lost, get the same successor for a minute;
/// a token used later than that is a copy in strange hands, and ends the session.
/// </summary>
internal sealed class Refresh(IdentityWork work, MasterKey master, IOptions<IdentityOptions> options)
{
    private const string SealPurpose = "refresh-successor";

    public static async Task<Results<Ok<Tokens>, Problem>> Handle(
        RefreshRequest? request, HttpContext http, Refresh refresh, TokenDelivery tokens, CancellationToken cancellation)
    {
        var fromBody = !string.IsNullOrEmpty(request?.RefreshToken);
        if (!fromBody && TokenDelivery.ForeignOrigin(http) is { } foreign)
            return new Problem(foreign);
        var token = fromBody ? request!.RefreshToken : http.Request.Cookies[TokenDelivery.CookieName]; // fromBody says it is there
        var session = await refresh.Run(token, cancellation);
        if (!session.IsSuccess)
        {
            if (!fromBody)
                TokenDelivery.DropCookie(http);
            return new Problem(session.Error);
        }

        return TypedResults.Ok(await tokens.Give(http, session.Value, fromBody || TokenDelivery.WantsBody(http), cancellation));
    }

    private async Task<Result<OpenSession>> Run(string? token, CancellationToken cancellation)
    {
        if (token is not { Length: > 0 and <= Secret.MaxLength })
            return IdentityErrors.SessionEnded;
        var outcome = await work.Run<OpenSession?>(async transaction =>
        {
            var row = await Find(transaction, token);
            if (row is null)
                return IdentityErrors.SessionEnded;
            switch (RefreshDecision.Judge(row.ReplacedAt, row.EndedAt, row.ExpiresAt, work.Now))
            {
                case RefreshVerdict.Rotate:
                    return await Rotate(transaction, row);
                case RefreshVerdict.GiveSuccessor when row.Successor is not null:
                    return await Session(transaction, row, master.Open(SealPurpose, row.Successor), row.ExpiresAt);
                case RefreshVerdict.EndSession:
                    await End(transaction, row.SessionId);
                    return (OpenSession?)null;
                default:
                    return IdentityErrors.SessionEnded;
            }
        }, cancellation);
        return outcome.IsSuccess ? outcome.Value is { } session ? session : IdentityErrors.SessionEnded : outcome.Error;
    }

    // Both rows are locked: the second of two tabs waits here and then sees the successor the first one made.
    private static Task<TokenRow?> Find(NpgsqlTransaction transaction, string token) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<TokenRow?>( // a transaction in use has its connection
            """
            select t.token_hash as TokenHash, t.replaced_at as ReplacedAt, t.successor as Successor, s.session_id as SessionId, s.user_id as UserId,
                s.second_factor as SecondFactor, s.created_at as CreatedAt, s.expires_at as ExpiresAt, s.ended_at as EndedAt
            from refresh_tokens t join sessions s using (session_id)
            where t.token_hash = @hash for update of t, s
            """, new { hash = Secret.Hash(token) }, transaction);

    private async Task<OpenSession> Rotate(NpgsqlTransaction transaction, TokenRow row)
    {
        var now = work.Now;
        var successor = Secret.New();
        var expiresAt = RefreshDecision.ExpiresAt(row.CreatedAt, now, options.Value.SessionIdleDays, options.Value.SessionMaxDays);
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update refresh_tokens set replaced_at = @now, successor = @sealedSuccessor where token_hash = @TokenHash;
            insert into refresh_tokens (token_hash, session_id, issued_at) values (@hash, @SessionId, @now);
            update sessions set last_seen_at = @now, expires_at = @expiresAt where session_id = @SessionId
            """,
            new
            {
                row.TokenHash, row.SessionId, now, expiresAt, hash = Secret.Hash(successor), sealedSuccessor = master.Seal(SealPurpose, successor),
            }, transaction);
        return await Session(transaction, row, successor, expiresAt);
    }

    private static async Task<OpenSession> Session(NpgsqlTransaction transaction, TokenRow row, string token, DateTimeOffset expiresAt)
    {
        var user = await UserStore.Get(transaction.Connection!, row.UserId, transaction); // a transaction in use has its connection
        return new OpenSession(user, row.SessionId, row.SecondFactor, token, expiresAt);
    }

    private Task<int> End(NpgsqlTransaction transaction, Guid sessionId) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update sessions set ended_at = @now where session_id = @sessionId", new { sessionId, now = work.Now }, transaction);

    private sealed record TokenRow(
        byte[] TokenHash, DateTimeOffset? ReplacedAt, string? Successor, Guid SessionId, Guid UserId, bool SecondFactor,
        DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt, DateTimeOffset? EndedAt);
}
