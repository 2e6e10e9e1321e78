using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Identity.Keys;

/// <summary>
/// The keys in use, read from the database at most every minute, and at once when a token names a key we have not seen (another process has
/// just rotated), though only a few times a minute, or forged tokens would hammer the database.
/// </summary>
internal sealed class KeyRing(IdentityWork work, MasterKey master, IOptions<IdentityOptions> options, TimeProvider clock) : IDisposable
{
    private const long RotationLock = 0x6b_65_79_73; // "keys"
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);
    private const int MaxForcedPerMinute = 10;

    /// <summary>A replaced key stays until the last token it signed has long expired.</summary>
    public static readonly TimeSpan RetiresAfter = TokenFormat.Lifetime + TimeSpan.FromDays(1);

    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Loaded? _loaded;
    private DateTimeOffset _forcedSince;
    private int _forced;

    public async ValueTask<SigningKey> Current(CancellationToken cancellation) => (await Get(wantedKeyId: null, cancellation)).Keys[0];

    /// <summary>Every key a token may be signed with, the newest first.</summary>
    public async ValueTask<IReadOnlyList<RsaSecurityKey>> Public(string? wantedKeyId, CancellationToken cancellation) =>
        (await Get(wantedKeyId, cancellation)).Public;

    /// <summary>Makes a new key when there is none or the newest is old enough. Two processes at once make one.</summary>
    /// <returns>How many keys were made or removed.</returns>
    public async Task<int> Rotate(CancellationToken cancellation)
    {
        var changed = await work.Run<int>(async transaction =>
        {
            var connection = transaction.Connection!; // a transaction in use has its connection
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@RotationLock)", new { RotationLock }, transaction);
            var removed = await connection.ExecuteAsync(
                """
                delete from signing_keys k
                where exists (select from signing_keys successor where successor.created_at > k.created_at and successor.created_at < @retired)
                """, new { retired = work.Now - RetiresAfter }, transaction);
            var newest = await connection.QuerySingleAsync<DateTimeOffset?>("select max(created_at) from signing_keys", transaction: transaction);
            if (newest > work.Now - TimeSpan.FromDays(options.Value.KeyRotationDays))
                return removed;

            var (keyId, sealedKey) = SigningKey.Generate(master);
            await connection.ExecuteAsync("insert into signing_keys (key_id, private_key, created_at) values (@keyId, @sealedKey, @now)",
                new { keyId, sealedKey, now = work.Now }, transaction);
            return removed + 1;
        }, cancellation);
        if (changed.Value > 0)
            _loaded = null;
        return changed.Value;
    }

    public void Dispose() => _loading.Dispose();

    private async ValueTask<Loaded> Get(string? wantedKeyId, CancellationToken cancellation)
    {
        if (_loaded is { } loaded && IsFresh(loaded) && loaded.Knows(wantedKeyId))
            return loaded;
        await _loading.WaitAsync(cancellation);
        try
        {
            if (_loaded is { } meanwhile && IsFresh(meanwhile) && (meanwhile.Knows(wantedKeyId) || !MayForce()))
                return meanwhile;
            return _loaded = await Load(cancellation);
        }
        finally
        {
            _loading.Release();
        }
    }

    private bool IsFresh(Loaded loaded) => (clock.GetUtcNow() - loaded.At).Duration() <= KeptFor;

    // Under the lock.
    private bool MayForce()
    {
        if (clock.GetUtcNow() - _forcedSince > KeptFor)
            (_forcedSince, _forced) = (clock.GetUtcNow(), 0);
        return _forced++ < MaxForcedPerMinute;
    }

    private async Task<Loaded> Load(CancellationToken cancellation)
    {
        var keys = await Read(cancellation);
        if (keys.Count == 0)
        {
            await Rotate(cancellation);
            keys = await Read(cancellation);
        }

        return new Loaded(keys, [.. keys.Select(key => key.Public)], clock.GetUtcNow());
    }

    private async Task<List<SigningKey>> Read(CancellationToken cancellation)
    {
        await using var connection = await work.Open(cancellation);
        var rows = await connection.QueryAsync<(string KeyId, string Sealed, DateTimeOffset CreatedAt)>(
            "select key_id, private_key, created_at from signing_keys order by created_at desc, key_id desc");
        var known = _loaded?.Keys.ToDictionary(key => key.Public.KeyId) ?? [];
        return [.. rows.Select(row => known.GetValueOrDefault(row.KeyId) ?? SigningKey.Open(row.KeyId, row.Sealed, row.CreatedAt, master))];
    }

    private sealed record Loaded(IReadOnlyList<SigningKey> Keys, IReadOnlyList<RsaSecurityKey> Public, DateTimeOffset At)
    {
        public bool Knows(string? keyId) => keyId is null || Public.Any(key => key.KeyId == keyId);
    }
}
