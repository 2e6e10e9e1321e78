using Npgsql;

namespace Padel.Platform.Messaging;

/// <summary>What a handler works with: its own service's transaction, in which the event is also marked as handled.</summary>
public sealed class EventContext(EventEnvelope envelope, NpgsqlTransaction transaction)
{
    private readonly List<Action> _afterCommit = [];

    public EventEnvelope Envelope { get; } = envelope;

    public NpgsqlTransaction Transaction { get; } = transaction;

    public NpgsqlConnection Connection => Transaction.Connection!; // open while the handler runs

    internal IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    /// <summary>Runs once the transaction has committed: evict a cache, wake a relay. Never for what must happen.</summary>
    public void AfterCommit(Action action) => _afterCommit.Add(action);
}

/// <summary>Handles one kind of fact. Runs at least once, in effect exactly once: what it writes commits with the inbox row.</summary>
public interface IEventHandler
{
    Task Handle(EventContext context, CancellationToken cancellation);
}

/// <summary>One line of a module's subscriptions: this fact goes to that handler (<c>On&lt;What&gt;.cs</c>, registered in the container).</summary>
/// <param name="Together">
/// Several facts of this type may share a transaction when many wait. Only for a handler that locks one row of each fact's own, or two
/// transactions could wait for each other.
/// </param>
public sealed record EventSubscription(string EventType, Type Handler, bool Together = false)
{
    public static EventSubscription Of<THandler>(string eventType, bool together = false) where THandler : IEventHandler =>
        new(eventType, typeof(THandler), together);
}
