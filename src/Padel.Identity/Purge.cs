using Dapper;
using Padel.Identity.Codes;
using Padel.Identity.Sessions;
using Padel.Platform.Jobs;

namespace Padel.Identity;

/// <summary>Removes what has had its time: codes, challenges, failures, successors, replaced refresh tokens, sessions that are over.</summary>
internal sealed class Purge(IdentityWork work) : IJob
{
    /// <summary>Of each kind in one run; the runner runs again at once while one was full.</summary>
    public const int Batch = 1000;

    /// <summary>A replaced refresh token that turns up within this time ends its session; later it is merely unknown.</summary>
    private static readonly TimeSpan ReuseWatchedFor = TimeSpan.FromDays(30);

    private static readonly TimeSpan EndedSessionsKeptFor = TimeSpan.FromDays(7);

    private static readonly string[] Statements =
    [
        "delete from codes where code_id in (select code_id from codes where issued_at < @codes order by issued_at limit @Batch for update skip locked)",
        """
        delete from challenges where challenge_hash in
            (select challenge_hash from challenges where expires_at < @now order by expires_at limit @Batch for update skip locked)
        """,
        "delete from failures where subject in (select subject from failures where failed_at < @failures order by failed_at limit @Batch for update skip locked)",
        """
        update refresh_tokens set successor = null where token_hash in
            (select token_hash from refresh_tokens where successor is not null and replaced_at < @successors order by replaced_at limit @Batch for update skip locked)
        """,
        """
        delete from refresh_tokens where token_hash in
            (select token_hash from refresh_tokens where replaced_at < @reuse order by replaced_at limit @Batch for update skip locked)
        """,
        """
        delete from sessions where session_id in
            (select session_id from sessions where ended_at < @sessions or expires_at < @sessions limit @Batch for update skip locked)
        """,
    ];

    public string Name => "identity.purge";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var now = work.Now;
        var limits = new
        {
            Batch, now, codes = now - CodeRules.LimitWindow, failures = now - FailureLock.LockedFor, successors = now - RefreshDecision.Overlap,
            reuse = now - ReuseWatchedFor, sessions = now - EndedSessionsKeptFor,
        };
        await using var connection = await work.Open(cancellation);
        var counts = new List<int>();
        foreach (var statement in Statements)
            counts.Add(await connection.ExecuteAsync(new CommandDefinition(statement, limits, cancellationToken: cancellation)));
        return new JobOutcome(counts.Sum(), MoreWaiting: counts.Any(count => count == Batch));
    }
}
