using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Platform.Messaging;

/// <summary>
/// Carries facts of one service from its outbox to the inbox of every subscriber. The inbox rows commit before the outbox row is marked:
/// a crash in between repeats the insert, which the inbox's key turns into nothing.
/// </summary>
public sealed partial class Relay(
    string service, ServiceDatabases databases, RunningServices services, SubscriberList subscribers, EventSignals signals, TimeProvider clock, ILogger logger)
    : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    // Facts that come one by one are carried at once; under load those of this time are carried together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RelayBatch(stoppingToken) == BatchSize)
                    continue;
                await Task.Delay(Gather, clock, stoppingToken);
                await signals.AwaitOutbox(service, LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) // the loop must outlive an outage of any database; the lag shows it
            {
                Failed(logger, service, error);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>How many events left the outbox.</returns>
    public async Task<int> RelayBatch(CancellationToken cancellation)
    {
        await using var connection = await databases.Of(service).OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var batch = (await connection.QueryAsync<EventEnvelope>(
            """
            select event_id as EventId, type as Type, club_id as ClubId, occurred_at as OccurredAt, expires_at as ExpiresAt, data::text as Data, traceparent as Traceparent
            from outbox where relayed_at is null order by event_id limit @BatchSize for update skip locked
            """, new { BatchSize }, transaction)).AsList();
        if (batch.Count == 0)
            return 0;

        foreach (var subscriber in services.Known)
            await Deliver(subscriber, [.. batch.Where(fact => subscribers.Hears(subscriber, fact.Type))], cancellation);

        await connection.ExecuteAsync("update outbox set relayed_at = @now where event_id = any(@ids)",
            new { now = clock.GetUtcNow(), ids = batch.Select(fact => fact.EventId).ToArray() }, transaction);
        await transaction.CommitAsync(cancellation);
        EventCounts.Add(batch);
        return batch.Count;
    }

    private async Task Deliver(string subscriber, EventEnvelope[] facts, CancellationToken cancellation)
    {
        if (facts.Length == 0)
            return;
        await using var connection = await databases.Of(subscriber).OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(
            """
            insert into inbox (event_id, type, club_id, occurred_at, expires_at, data, traceparent, received_at, next_attempt_at)
            select f.event_id, f.type, f.club_id, f.occurred_at, f.expires_at, f.data::jsonb, f.traceparent, @now, @now
            from unnest(@ids, @types, @clubs, @times, @expiries, @data, @traces)
                as f(event_id, type, club_id, occurred_at, expires_at, data, traceparent)
            order by f.event_id
            on conflict (event_id) do nothing
            """,
            new
            {
                now = clock.GetUtcNow(),
                ids = facts.Select(f => f.EventId).ToArray(),
                types = facts.Select(f => f.Type).ToArray(),
                clubs = facts.Select(f => f.ClubId).ToArray(),
                times = facts.Select(f => f.OccurredAt).ToArray(),
                expiries = facts.Select(f => f.ExpiresAt).ToArray(),
                data = facts.Select(f => f.Data).ToArray(),
                traces = facts.Select(f => f.Traceparent).ToArray(),
            });
        signals.Delivered(subscriber);
    }

    [LoggerMessage(EventId = 1101, Level = LogLevel.Error, Message = "The relay of {Service} failed; it tries again")]
    private static partial void Failed(ILogger logger, string service, Exception error);
}
