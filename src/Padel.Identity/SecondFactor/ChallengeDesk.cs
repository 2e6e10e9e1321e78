using Dapper;
using Npgsql;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;

namespace Padel.Identity.SecondFactor;

/// <summary>Between the first proof and the second: a random text that stands for "this person has given the first".</summary>
internal sealed class ChallengeDesk(IdentityWork work, SessionDesk sessions)
{
    public const int MaxTries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>Opens the session, or asks for the second factor of who has one.</summary>
    public async Task<SignInOutcome> Pass(NpgsqlTransaction transaction, User user, string device)
    {
        if (!user.SecondFactor)
            return SignInOutcome.Of(await sessions.Open(transaction, user, device, secondFactor: false));
        var challenge = Secret.New();
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "insert into challenges (challenge_hash, user_id, created_at, expires_at) values (@hash, @UserId, @now, @expiresAt)",
            new { hash = Secret.Hash(challenge), user.UserId, now = work.Now, expiresAt = work.Now + Lifetime }, transaction);
        return SignInOutcome.Ask(challenge);
    }

    /// <summary>Spends one try, in a transaction of its own: a wrong answer counts whatever happens next.</summary>
    /// <returns>Whose challenge it is; null when it is unknown, over, used or tried too often.</returns>
    public async Task<Guid?> Try(string challenge, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Guid?>(
            """
            update challenges set tries = tries + 1
            where challenge_hash = @hash and used_at is null and expires_at > @now and tries < @MaxTries
            returning user_id
            """, new { hash = Secret.Hash(challenge), now = work.Now, MaxTries });
    }

    /// <returns>False when another request used it up meanwhile.</returns>
    public async Task<bool> Use(NpgsqlTransaction transaction, string challenge) =>
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "update challenges set used_at = @now where challenge_hash = @hash and used_at is null",
            new { hash = Secret.Hash(challenge), now = work.Now }, transaction) == 1;
}
