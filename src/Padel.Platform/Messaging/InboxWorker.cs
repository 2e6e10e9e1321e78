using System.Diagnostics;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Platform.Messaging;

/// <summary>
/// Hands facts of one service's inbox to its handlers, one transaction each. A fact that keeps failing is parked, where staff and
/// <c>padel events parked|retry</c> see it; an expired one is dropped.
/// </summary>
public sealed partial class InboxWorker(
    IModule module, ServiceDatabases databases, IServiceProvider provider, EventSignals signals, TimeProvider clock, ILogger logger)
    : BackgroundService
{
    public const int MaxAttempts = 6;
    private const int MaxErrorLength = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly ActivitySource Traces = new("Padel.Messaging");

    private readonly ILookup<string, Type> _handlers = module.Subscriptions.ToLookup(s => s.EventType, s => s.Handler);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await HandleNext(stoppingToken))
                    await signals.AwaitInbox(module.Name, LookEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error) // the database is away: look again later
            {
                LookFailed(logger, module.Name, error);
                await Task.Delay(FirstPause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False when nothing is due.</returns>
    public async Task<bool> HandleNext(CancellationToken cancellation)
    {
        await using var connection = await databases.Of(module.Name).OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var fact = await connection.QueryFirstOrDefaultAsync<EventEnvelope>(
            """
            select event_id as EventId, type as Type, club_id as ClubId, occurred_at as OccurredAt, expires_at as ExpiresAt, data::text as Data, traceparent as Traceparent
            from inbox where processed_at is null and parked_at is null and next_attempt_at <= @now
            order by next_attempt_at, event_id limit 1 for update skip locked
            """, new { now = clock.GetUtcNow() }, transaction);
        if (fact is null)
            return false;

        var context = new EventContext(fact, transaction);
        try
        {
            if (fact.ExpiresAt is null || fact.ExpiresAt > clock.GetUtcNow())
                await Dispatch(context, cancellation);
            await connection.ExecuteAsync("update inbox set processed_at = @now, attempts = attempts + 1 where event_id = @EventId",
                new { now = clock.GetUtcNow(), fact.EventId }, transaction);
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            await RecordFailure(connection, fact, error);
            return true;
        }

        foreach (var action in context.AfterCommitActions)
            action();
        return true;
    }

    private async Task Dispatch(EventContext context, CancellationToken cancellation)
    {
        using var activity = Traces.StartActivity(context.Envelope.Type, ActivityKind.Consumer, context.Envelope.Traceparent);
        await using var scope = provider.CreateAsyncScope();
        foreach (var handler in _handlers[context.Envelope.Type])
            await ((IEventHandler)scope.ServiceProvider.GetRequiredService(handler)).Handle(context, cancellation);
    }

    private async Task RecordFailure(NpgsqlConnection connection, EventEnvelope fact, Exception error)
    {
        var message = $"{error.GetType().Name}: {error.Message}";
        var parked = await connection.QuerySingleAsync<bool>(
            """
            update inbox set attempts = attempts + 1, last_error = @message,
                next_attempt_at = @now + @FirstPause * power(2, attempts),
                parked_at = case when attempts + 1 >= @MaxAttempts then @now end
            where event_id = @EventId
            returning parked_at is not null
            """,
            new { now = clock.GetUtcNow(), FirstPause, MaxAttempts, fact.EventId, message = message[..Math.Min(message.Length, MaxErrorLength)] });
        if (parked)
            Parked(logger, fact.EventId, fact.Type, module.Name, error);
        else
            HandlerFailed(logger, fact.EventId, fact.Type, module.Name, error);
    }

    [LoggerMessage(EventId = 1111, Level = LogLevel.Warning, Message = "Event {EventId} ({Type}) failed in {Service}; it is tried again")]
    private static partial void HandlerFailed(ILogger logger, Guid eventId, string type, string service, Exception error);

    [LoggerMessage(EventId = 1112, Level = LogLevel.Error, Message = "Event {EventId} ({Type}) is parked in {Service}")]
    private static partial void Parked(ILogger logger, Guid eventId, string type, string service, Exception error);

    [LoggerMessage(EventId = 1113, Level = LogLevel.Error, Message = "The inbox of {Service} cannot be read; it is tried again")]
    private static partial void LookFailed(ILogger logger, string service, Exception error);
}
