namespace Padel.Booking.Availability;

/// <summary>
/// A copy of something in the database that is right for a bounded time. One caller loads, the others wait for it. Evicting makes the next
/// caller load again, and what a load found that began before the eviction is not kept: a slow reader never stores an old answer.
/// </summary>
internal sealed class FreshCopy<T>(TimeProvider clock, TimeSpan maxAge, Func<T?, Task<T>> load) where T : class
{
    private readonly Lock _gate = new();
    private volatile Held? _held;
    private Task<T>? _loading;
    private int _generation;

    /// <summary>The copy, when it is young enough; it may have been evicted since.</summary>
    public T? Young => _held is { Evicted: false } held && clock.GetElapsedTime(held.LoadedAt) < maxAge ? held.Value : null;

    public async Task<T> Load(CancellationToken cancellation)
    {
        Task<T> loading;
        lock (_gate)
            loading = _loading ??= LoadShared(_generation);
        return await loading.WaitAsync(cancellation);
    }

    public void Evict()
    {
        lock (_gate)
        {
            _generation++;
            _loading = null;
            if (_held is { } held)
                _held = held with { Evicted = true };
        }
    }

    // Not cancelled with the caller who happened to come first: the others wait for it too. The database's statement time-out ends it.
    private async Task<T> LoadShared(int generation)
    {
        await Task.Yield(); // the gate is held here: nothing of the load may run inside it
        try
        {
            var at = clock.GetTimestamp();
            var value = await load(_held?.Value);
            lock (_gate)
            {
                if (generation == _generation)
                    _held = new Held(value, at, Evicted: false);
            }

            return value;
        }
        finally
        {
            lock (_gate)
            {
                if (generation == _generation)
                    _loading = null;
            }
        }
    }

    private sealed record Held(T Value, long LoadedAt, bool Evicted);
}
