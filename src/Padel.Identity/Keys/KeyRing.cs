using Dapper;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Identity.Keys;

/// <summary>The keys in use: they live in the database, so that all processes sign and believe the same ones.</summary>
internal sealed class KeyRing : IDisposable
{
    private const long RotationLock = 0x6b_65_79_73; // "keys"

    /// <summary>A replaced key stays until the last token it signed has long expired.</summary>
    public static readonly TimeSpan RetiresAfter = TokenFormat.Lifetime + TimeSpan.FromDays(1);

    private readonly IdentityWork _work;
    private readonly MasterKey _master;
    private readonly TimeSpan _rotatedEvery;
    private readonly KeyCache<Loaded> _cache;
    private IReadOnlyList<SigningKey> _opened = [];

    public KeyRing(IdentityWork work, MasterKey master, IOptions<IdentityOptions> options, TimeProvider clock)
    {
        (_work, _master, _rotatedEvery) = (work, master, TimeSpan.FromDays(options.Value.KeyRotationDays));
        _cache = new(Load, (loaded, keyId) => loaded.Public.Any(key => key.KeyId == keyId), clock);
    }

    public async ValueTask<SigningKey> Current(CancellationToken cancellation) => (await _cache.Get(wantedKeyId: null, cancellation)).Keys[0];

    /// <summary>Every key a token may be signed with, the newest first.</summary>
    public async ValueTask<IReadOnlyList<RsaSecurityKey>> Public(string? wantedKeyId, CancellationToken cancellation) =>
        (await _cache.Get(wantedKeyId, cancellation)).Public;

    /// <summary>Makes a new key when there is none or the newest is old enough. Two processes at once make one.</summary>
    /// <returns>How many keys were made or removed.</returns>
    public async Task<int> Rotate(CancellationToken cancellation)
    {
        var changed = await _work.Run<int>(async transaction =>
        {
            var connection = transaction.Connection!; // a transaction in use has its connection
            await connection.ExecuteAsync("select pg_advisory_xact_lock(@RotationLock)", new { RotationLock }, transaction);
            var removed = await connection.ExecuteAsync(
                """
                delete from signing_keys k
                where exists (select from signing_keys successor where successor.created_at > k.created_at and successor.created_at < @retired)
                """, new { retired = _work.Now - RetiresAfter }, transaction);
            var newest = await connection.QuerySingleAsync<DateTimeOffset?>("select max(created_at) from signing_keys", transaction: transaction);
            if (newest > _work.Now - _rotatedEvery)
                return removed;

            var (keyId, sealedKey) = SigningKey.Generate(_master);
            await connection.ExecuteAsync("insert into signing_keys (key_id, private_key, created_at) values (@keyId, @sealedKey, @now)",
                new { keyId, sealedKey, now = _work.Now }, transaction);
            return removed + 1;
        }, cancellation);
        if (changed.Value > 0)
            _cache.Clear();
        return changed.Value;
    }

    public void Dispose() => _cache.Dispose();

    private async Task<Loaded> Load(CancellationToken cancellation)
    {
        var keys = await Read(cancellation);
        if (keys.Count == 0)
        {
            await Rotate(cancellation);
            keys = await Read(cancellation);
        }

        _opened = keys;
        return new Loaded(keys, [.. keys.Select(key => key.Public)]);
    }

    private async Task<List<SigningKey>> Read(CancellationToken cancellation)
    {
        await using var connection = await _work.Open(cancellation);
        var rows = await connection.QueryAsync<(string KeyId, string Sealed, DateTimeOffset CreatedAt)>(
            "select key_id, private_key, created_at from signing_keys order by created_at desc, key_id desc");
        // A key that is open already stays the same object: what was prepared to sign and check with it goes on being used.
        return [.. rows.Select(row => _opened.FirstOrDefault(key => key.Public.KeyId == row.KeyId)
            ?? SigningKey.Open(row.KeyId, row.Sealed, row.CreatedAt, _master))];
    }

    private sealed record Loaded(IReadOnlyList<SigningKey> Keys, IReadOnlyList<RsaSecurityKey> Public);
}
