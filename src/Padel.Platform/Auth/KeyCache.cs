namespace Padel.Platform.Auth;

/// <summary>
/// Keys that are read from elsewhere at most every minute, and at once when somebody asks for one that is not among them (it may just have been
/// made), though only a few times a minute, or forged tokens would hammer the source.
/// </summary>
public sealed class KeyCache<TKeys>(Func<CancellationToken, Task<TKeys>> load, Func<TKeys, string, bool> knows, TimeProvider clock) : IDisposable
    where TKeys : class
{
    private const int MaxForcedPerMinute = 10;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Loaded? _loaded;
    private DateTimeOffset _forcedSince;
    private int _forced;

    public async ValueTask<TKeys> Get(string? wantedKeyId, CancellationToken cancellation)
    {
        if (_loaded is { } loaded && IsFresh(loaded) && Knows(loaded, wantedKeyId))
            return loaded.Keys;
        await _loading.WaitAsync(cancellation);
        try
        {
            if (_loaded is { } meanwhile && IsFresh(meanwhile) && (Knows(meanwhile, wantedKeyId) || !MayForce()))
                return meanwhile.Keys;
            var fresh = new Loaded(await load(cancellation), clock.GetUtcNow());
            _loaded = fresh;
            return fresh.Keys;
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>The next one who asks gets what is there then.</summary>
    public void Clear() => _loaded = null;

    public void Dispose() => _loading.Dispose();

    private bool IsFresh(Loaded loaded) => (clock.GetUtcNow() - loaded.At).Duration() <= KeptFor;

    private bool Knows(Loaded loaded, string? keyId) => keyId is null || knows(loaded.Keys, keyId);

    // Under the lock.
    private bool MayForce()
    {
        if (clock.GetUtcNow() - _forcedSince > KeptFor)
            (_forcedSince, _forced) = (clock.GetUtcNow(), 0);
        return _forced++ < MaxForcedPerMinute;
    }

    private sealed record Loaded(TKeys Keys, DateTimeOffset At);
}
