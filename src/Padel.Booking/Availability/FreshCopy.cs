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

    /// <summary>
    /// The copy, when it is young enough. Past half its life it is loaded anew behind the caller's back, so that what is asked for all the
    /// time never makes anybody wait.
    /// </summary>
    public T? Young
    {
        get
        {
            if (_held is not { Evicted: false } held)
                return null;
            var age = clock.GetElapsedTime(held.LoadedAt);
            if (age >= maxAge)
                return null;
            if (age >= maxAge / 2 && !held.Renewing)
                Renew(held);
            return held.Value;
        }
    }

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
                held.Evicted = true;
        }
    }

    // Once per copy. Should it fail, the copy grows old and the next caller loads, and is told what is wrong.
    private void Renew(Held held)
    {
        lock (_gate)
        {
            if (held.Renewing)
                return;
            held.Renewing = true;
            _loading ??= LoadShared(_generation);
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
                    _held = new Held(value, at);
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

    private sealed class Held(T value, long loadedAt)
    {
        private volatile bool _evicted;
        private volatile bool _renewing;

        public T Value { get; } = value;

        public long LoadedAt { get; } = loadedAt;

        public bool Evicted
        {
            get => _evicted;
            set => _evicted = value;
        }

        public bool Renewing
        {
            get => _renewing;
            set => _renewing = value;
        }
    }
}
