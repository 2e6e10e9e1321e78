using System.Collections.Concurrent;

namespace Padel.Platform.Messaging;

/// <summary>Wakes relays and inbox workers of this process without waiting for their next look. A nudge only: looking is the guarantee.</summary>
public sealed class EventSignals
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _signals = new();

    /// <summary>Service <paramref name="service"/> has committed facts to its outbox.</summary>
    public void Raised(string service) => Wake("outbox:" + service);

    internal void Delivered(string service) => Wake("inbox:" + service);

    internal Task AwaitOutbox(string service, TimeSpan atMost, CancellationToken cancellation) => Of("outbox:" + service).WaitAsync(atMost, cancellation);

    internal Task AwaitInbox(string service, TimeSpan atMost, CancellationToken cancellation) => Of("inbox:" + service).WaitAsync(atMost, cancellation);

    private void Wake(string name)
    {
        var signal = Of(name);
        if (signal.CurrentCount == 0)
            signal.Release();
    }

    private SemaphoreSlim Of(string name) => _signals.GetOrAdd(name, _ => new SemaphoreSlim(0));
}
