using Dapper;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Padel.Platform.Data;

namespace Padel.Platform.Jobs;

/// <summary>Runs one job for ever and records how it goes in <c>job_runs</c>, where metrics and staff read it.</summary>
public sealed partial class JobRunner(IJob job, ServiceDatabases databases, TimeProvider clock, ILogger logger) : BackgroundService
{
    private const int MaxErrorLength = 500;
    private readonly string _service = job.Name.Split('.')[0];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var again = await RunOnce(stoppingToken);
            if (!again)
                await Task.Delay(job.Every, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> RunOnce(CancellationToken cancellation)
    {
        var started = clock.GetUtcNow();
        try
        {
            var outcome = await job.Run(cancellation);
            await Record(started, outcome.Items, error: null, cancellation);
            return outcome.MoreWaiting;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception error) // a job outlives its failures; they are recorded and shown
        {
            Failed(logger, job.Name, error);
            await TryRecordFailure(started, error, cancellation);
            return false;
        }
    }

    private async Task TryRecordFailure(DateTimeOffset started, Exception error, CancellationToken cancellation)
    {
        try
        {
            await Record(started, 0, error, cancellation);
        }
        catch (Exception second) // the database itself may be what failed
        {
            Failed(logger, job.Name, second);
        }
    }

    private async Task Record(DateTimeOffset started, int items, Exception? error, CancellationToken cancellation)
    {
        await using var connection = await databases.Of(_service).OpenConnectionAsync(cancellation);
        var message = error is null ? null : $"{error.GetType().Name}: {error.Message}";
        await connection.ExecuteAsync(
            """
            insert into job_runs (name, started_at, succeeded_at, failures, last_error, last_items)
            values (@Name, @started, case when @message::text is null then @now end, case when @message::text is null then 0 else 1 end, @message, @items)
            on conflict (name) do update set started_at = excluded.started_at,
                succeeded_at = coalesce(excluded.succeeded_at, job_runs.succeeded_at),
                failures = case when excluded.last_error is null then 0 else job_runs.failures + 1 end,
                last_error = excluded.last_error, last_items = excluded.last_items
            """,
            new { job.Name, started, now = clock.GetUtcNow(), items, message = message?[..Math.Min(message.Length, MaxErrorLength)] });
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Error, Message = "Job {Name} failed; it runs again at its next time")]
    private static partial void Failed(ILogger logger, string name, Exception error);
}
