using Dapper;

namespace Padel.Identity.Sessions;

/// <summary>
/// Ten failures lock fifteen minutes. Counted by what was typed, whether anybody has it or not, so that a lock says nothing about who exists;
/// counted before the secret is checked, so that parallel guesses count too. A success forgets them.
/// </summary>
internal sealed class FailureLock(IdentityWork work)
{
    public const int MaxFailures = 10;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static string Password(Accounts.Contact contact) => "password:" + contact.Value;

    public static string Password(Guid userId) => "password:" + userId.ToString("N");

    public static string Otp(Guid userId) => "otp:" + userId.ToString("N");

    /// <summary>Counts a try as failed for now.</summary>
    /// <returns>How long to wait when it is locked: then the try must not be checked at all.</returns>
    public async Task<TimeSpan?> Begin(string subject, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        // Locked: nothing changes. Quiet for the length of a lock: counted from one again.
        var row = await connection.QuerySingleOrDefaultAsync<(int Failures, DateTimeOffset FailedAt)?>(
            """
            insert into failures as f (subject, failures, failed_at) values (@subject, 1, @now)
            on conflict (subject) do update set
                failures = case when f.failed_at <= @now - @LockedFor then 1 else f.failures + 1 end,
                failed_at = @now,
                locked_until = case when f.failed_at > @now - @LockedFor and f.failures + 1 >= @MaxFailures then @now + @LockedFor end
            where f.locked_until is null or f.locked_until <= @now
            returning failures, failed_at
            """, new { subject, now = work.Now, LockedFor, MaxFailures });
        if (row is not null)
            return null;
        var until = await connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(
            "select locked_until from failures where subject = @subject", new { subject });
        return (until - work.Now) is { } wait && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(1);
    }

    public async Task Forget(string subject, CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        await connection.ExecuteAsync("delete from failures where subject = @subject", new { subject });
    }
}
