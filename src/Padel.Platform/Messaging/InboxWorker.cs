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
/// Hands facts of one service's inbox to its handlers, one transaction each, or one for several of a type that allows it. A fact that keeps failing is parked, where staff and
/// <c>padel events parked|retry</c> see it; an expired one is dropped.
/// </summary>
public sealed partial class InboxWorker(
    IModule module, ServiceDatabases databases, IServiceProvider provider, EventSignals signals, TimeProvider clock, ILogger logger)
    : BackgroundService
{
    public const int MaxAttempts = 6;
    private const int MaxTogether = 50;
    private const int MaxErrorLength = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);
    private static readonly ActivitySource Traces = new("Padel.Messaging");

    private readonly ILookup<string, Type> _handlers = module.Subscriptions.ToLookup(s => s.EventType, s => s.Handler);

    // Types of which every handler lets facts share a transaction.
    private readonly HashSet<string> _together =
        [.. module.Subscriptions.GroupBy(s => s.EventType).Where(type => type.All(s => s.Together)).Select(type => type.Key)];

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

    /// <summary>The next fact that is due, with others of its type where those may share a transaction.</summary>
    /// <returns>False when nothing is due.</returns>
    public async Task<bool> HandleNext(CancellationToken cancellation) => await HandleNext(together: true, cancellation) switch
    {
        // One of several failed and took the others back with it: each on its own from here, so that only the one counts as failed.
        Outcome.FailedTogether => await HandleNext(together: false, cancellation) != Outcome.Nothing,
        var outcome => outcome != Outcome.Nothing,
    };

    private async Task<Outcome> HandleNext(bool together, CancellationToken cancellation)
    {
        await using var connection = await databases.Of(module.Name).OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var facts = await Due(transaction, together);
        if (facts.Count == 0)
            return Outcome.Nothing;

        var contexts = facts.ConvertAll(fact => new EventContext(fact, transaction));
        try
        {
            foreach (var context in contexts.Where(context => context.Envelope.ExpiresAt is not { } end || end > clock.GetUtcNow()))
                await Dispatch(context, cancellation);
            await connection.ExecuteAsync("update inbox set processed_at = @now, attempts = attempts + 1 where event_id = any(@ids)",
                new { now = clock.GetUtcNow(), ids = facts.Select(fact => fact.EventId).ToArray() }, transaction);
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            if (facts.Count > 1)
                return Outcome.FailedTogether;
            await RecordFailure(connection, facts[0], error);
            return Outcome.Done;
        }

        foreach (var action in contexts.SelectMany(context => context.AfterCommitActions))
            action();
        return Outcome.Done;
    }

    private async Task<List<EventEnvelope>> Due(NpgsqlTransaction transaction, bool together)
    {
        const string columns =
            """
            event_id as EventId, type as Type, club_id as ClubId, occurred_at as OccurredAt, expires_at as ExpiresAt, data::text as Data,
            traceparent as Traceparent
            """;
        var connection = transaction.Connection!; // a transaction in use has its connection
        var now = clock.GetUtcNow();
        var facts = (await connection.QueryAsync<EventEnvelope>(
            $"""
            select {columns} from inbox where processed_at is null and parked_at is null and next_attempt_at <= @now
            order by next_attempt_at, event_id limit 1 for update skip locked
            """, new { now }, transaction)).AsList();
        if (facts.Count == 0 || !together || !_together.Contains(facts[0].Type))
            return facts;
        // Others that have failed before wait for a turn of their own.
        return [facts[0], .. await connection.QueryAsync<EventEnvelope>(
            $"""
            select {columns} from inbox
            where processed_at is null and parked_at is null and next_attempt_at <= @now and type = @Type and attempts = 0 and event_id <> @EventId
            order by next_attempt_at, event_id limit @more for update skip locked
            """, new { now, facts[0].Type, facts[0].EventId, more = MaxTogether - 1 }, transaction)];
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

    private enum Outcome
    {
        Nothing,
        Done,
        FailedTogether,
    }
}
