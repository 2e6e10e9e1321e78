using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Padel.Simulators.Core;

/// <summary>
/// Misbehaviour at random, the same for the same seed: what happens hangs on the seed, the occasion and how often that occasion came,
/// not on the order in which threads arrive.
/// </summary>
internal sealed class Chaos
{
    private readonly ConcurrentDictionary<string, int> _occasions = new(StringComparer.Ordinal);
    private volatile Settings? _settings;

    public void Begin(int seed, int percent)
    {
        _occasions.Clear();
        _settings = percent > 0 ? new Settings(seed, Math.Min(percent, 100)) : null;
    }

    public void End() => _settings = null;

    /// <summary>One of the choices in the chosen share of cases, else null.</summary>
    public T? Choose<T>(string occasion, params ReadOnlySpan<T> choices)
        where T : struct
    {
        if (_settings is not { } settings)
            return null;
        var time = _occasions.AddOrUpdate(occasion, 1, (_, before) => before + 1);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{settings.Seed}|{occasion}|{time}")), hash);
        return BitConverter.ToUInt32(hash) % 100 < settings.Percent ? choices[(int)(BitConverter.ToUInt32(hash[4..]) % choices.Length)] : null;
    }

    private sealed record Settings(int Seed, int Percent);
}
