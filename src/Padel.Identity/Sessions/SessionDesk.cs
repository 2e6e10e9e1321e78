using Dapper;
using Microsoft.Extensions.Options;
using Npgsql;
using Padel.Identity.Accounts;

namespace Padel.Identity.Sessions;

/// <summary>A session as it has just been opened or refreshed. The refresh token is shown once; the database keeps its hash.</summary>
internal sealed record OpenSession(User User, Guid SessionId, bool SecondFactor, string RefreshToken, DateTimeOffset ExpiresAt);

/// <summary>Opens and ends sessions inside a use case's transaction.</summary>
internal sealed class SessionDesk(IdentityWork work, IOptions<IdentityOptions> options)
{
    public async Task<OpenSession> Open(NpgsqlTransaction transaction, User user, string device, bool secondFactor)
    {
        var now = work.Now;
        var session = new OpenSession(user, Guid.CreateVersion7(), secondFactor, Secret.New(), ExpiresAt(now));
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into sessions (session_id, user_id, device, second_factor, created_at, last_seen_at, expires_at)
            values (@SessionId, @UserId, @device, @secondFactor, @now, @now, @ExpiresAt);
            insert into refresh_tokens (token_hash, session_id, issued_at) values (@hash, @SessionId, @now)
            """,
            new { session.SessionId, user.UserId, device, secondFactor, now, session.ExpiresAt, hash = Secret.Hash(session.RefreshToken) },
            transaction);
        return session;
    }

    /// <summary>Ends the user's sessions, all but one if it is named. Their refresh tokens stop working at once.</summary>
    public Task<int> EndAll(NpgsqlTransaction transaction, Guid userId, Guid? except) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            update sessions set ended_at = @now
            where user_id = @userId and ended_at is null and (@except::uuid is null or session_id <> @except)
            """, new { userId, except, now = work.Now }, transaction);

    /// <summary>An access token outlives its session by minutes; what changes an account asks the session itself.</summary>
    public async Task<bool> IsAlive(NpgsqlTransaction transaction, Guid userId, Guid sessionId) =>
        await transaction.Connection!.QuerySingleAsync<bool>( // a transaction in use has its connection
            """
            select exists (select from sessions where session_id = @sessionId and user_id = @userId and ended_at is null and expires_at > @now)
            """, new { userId, sessionId, now = work.Now }, transaction);

    private DateTimeOffset ExpiresAt(DateTimeOffset now) =>
        RefreshDecision.ExpiresAt(now, now, options.Value.SessionIdleDays, options.Value.SessionMaxDays);
}
