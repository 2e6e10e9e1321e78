using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Platform.Observability;

/// <summary>Looks at every service's queues and jobs now and then and shows how far behind they are.</summary>
internal sealed partial class QueueWatch : BackgroundService
{
    private const int CountedAtMost = 10_000;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private readonly ServiceDatabases _databases;
    private readonly RunningServices _services;
    private readonly TimeProvider _clock;
    private readonly ILogger<QueueWatch> _logger;
    private readonly Meter _meter = new("Padel.Queues");
    private readonly ConcurrentDictionary<string, Queues> _queues = new();
    private readonly ConcurrentDictionary<string, JobRun> _jobs = new();

    public QueueWatch(ServiceDatabases databases, RunningServices services, TimeProvider clock, ILogger<QueueWatch> logger)
    {
        (_databases, _services, _clock, _logger) = (databases, services, clock, logger);
        Gauge("padel.outbox.waiting", "Events not yet relayed", queues => queues.OutboxWaiting);
        Gauge("padel.outbox.oldest_seconds", "Age of the oldest event not yet relayed", queues => Age(queues.OutboxOldest));
        Gauge("padel.inbox.waiting", "Events not yet handled", queues => queues.InboxWaiting);
        Gauge("padel.inbox.oldest_seconds", "Age of the oldest event not yet handled", queues => Age(queues.InboxOldest));
        Gauge("padel.inbox.parked", "Events that failed too often and wait for a person", queues => queues.InboxParked);
        JobGauge("padel.job.success_age_seconds", "Time since the job last succeeded", job => Age(job.SucceededAt));
        JobGauge("padel.job.failures", "Failures of the job since it last succeeded", job => job.Failures);
        JobGauge("padel.job.last_items", "What the job's last run did", job => job.LastItems);
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var service in _services.Running)
                await TryLook(service.Name, stoppingToken);
            await Task.Delay(LookEvery, TimeProvider.System, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task TryLook(string service, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await _databases.Of(service).OpenConnectionAsync(cancellation);
            _queues[service] = await connection.QuerySingleAsync<Queues>(new CommandDefinition(
                """
                select (select count(*) from (select from outbox where relayed_at is null limit @CountedAtMost) w) as OutboxWaiting,
                       (select occurred_at from outbox where relayed_at is null order by event_id limit 1) as OutboxOldest,
                       (select count(*) from (select from inbox where processed_at is null and parked_at is null limit @CountedAtMost) w) as InboxWaiting,
                       (select received_at from inbox where processed_at is null and parked_at is null order by next_attempt_at limit 1) as InboxOldest,
                       (select count(*) from inbox where parked_at is not null and processed_at is null) as InboxParked
                """, new { CountedAtMost }, cancellationToken: cancellation));
            foreach (var job in await connection.QueryAsync<JobRun>(new CommandDefinition(
                "select name as Name, succeeded_at as SucceededAt, failures as Failures, last_items as LastItems from job_runs",
                cancellationToken: cancellation)))
                _jobs[job.Name] = job;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) // the watch outlives the outage it exists to show
        {
            LookFailed(_logger, service, error);
        }
    }

    private void Gauge(string name, string description, Func<Queues, double> value) =>
        _meter.CreateObservableGauge(name, () => _queues.Select(q => new Measurement<double>(value(q.Value), new KeyValuePair<string, object?>("service", q.Key))), null, description);

    private void JobGauge(string name, string description, Func<JobRun, double> value) =>
        _meter.CreateObservableGauge(name, () => _jobs.Select(j => new Measurement<double>(value(j.Value), new KeyValuePair<string, object?>("job", j.Key))), null, description);

    private double Age(DateTimeOffset? since) => since is { } from ? Math.Max(0, (_clock.GetUtcNow() - from).TotalSeconds) : 0;

    [LoggerMessage(EventId = 1411, Level = LogLevel.Warning, Message = "The queues of {Service} cannot be looked at")]
    private static partial void LookFailed(ILogger logger, string service, Exception error);

    private sealed record Queues(long OutboxWaiting, DateTimeOffset? OutboxOldest, long InboxWaiting, DateTimeOffset? InboxOldest, long InboxParked);

    private sealed record JobRun(string Name, DateTimeOffset? SucceededAt, int Failures, int LastItems);
}
