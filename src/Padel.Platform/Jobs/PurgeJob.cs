using Dapper;
using Npgsql;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Platform.Jobs;

/// <summary>Removes what a service's platform tables no longer need: relayed and handled events after a week, first answers after two days.</summary>
internal sealed class PurgeJob(string service, ServiceDatabases databases, TimeProvider clock) : IJob
{
    public static readonly TimeSpan EventsKeptFor = TimeSpan.FromDays(7);
    private const int BatchSize = 1_000;

    public string Name => service + ".purge";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        await using var connection = await databases.Of(service).OpenConnectionAsync(cancellation);
        var now = clock.GetUtcNow();
        int[] removed =
        [
            await Purge(connection, """
                delete from outbox where event_id in (
                    select event_id from outbox where relayed_at < @before order by relayed_at limit @BatchSize for update skip locked)
                """, now - EventsKeptFor, cancellation),
            await Purge(connection, """
                delete from inbox where event_id in (
                    select event_id from inbox where processed_at < @before order by processed_at limit @BatchSize for update skip locked)
                """, now - EventsKeptFor, cancellation),
            await Purge(connection, """
                delete from idempotency where (user_id, operation, key) in (
                    select user_id, operation, key from idempotency where created_at < @before order by created_at limit @BatchSize for update skip locked)
                """, now - Idempotency.KeptFor, cancellation),
        ];
        return new JobOutcome(removed.Sum(), removed.Max() == BatchSize);
    }

    private static Task<int> Purge(NpgsqlConnection connection, string sql, DateTimeOffset before, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(sql, new { before, BatchSize }, cancellationToken: cancellation));
}
