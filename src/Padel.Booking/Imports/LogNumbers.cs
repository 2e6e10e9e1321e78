using System.Security.Cryptography;
using System.Text;
using Padel.Booking.Imports.Reading;

namespace Padel.Booking.Imports;

/// <summary>
/// Which log numbers the file has had. The number makes a row one and the same in every import. A row without one is known by what it
/// says, and by how many rows before it say the same.
/// </summary>
internal sealed class LogNumbers
{
    private const int MaxNumberLength = 60;

    private readonly Dictionary<string, First> _seen = [];
    private readonly Dictionary<string, int> _unnumbered = [];

    /// <summary>The key under which the row is stored, and the row that had its number first, if any.</summary>
    public (string Key, First? First) Add(LogRow row)
    {
        var fingerprint = Fingerprint(row);
        var number = Words.Clean(row["log_no"], int.MaxValue);
        var key = number.Length switch
        {
            0 => Unnumbered(fingerprint),
            > MaxNumberLength => $"long-{Hash(number)}",
            _ => number,
        };
        if (_seen.TryGetValue(key, out var first))
            return (key, first with { SaysTheSame = first.Fingerprint == fingerprint });
        _seen.Add(key, new First(row.Line, fingerprint, SaysTheSame: true));
        return (key, null);
    }

    private string Unnumbered(string fingerprint)
    {
        var count = _unnumbered.GetValueOrDefault(fingerprint) + 1;
        _unnumbered[fingerprint] = count;
        return $"row-{fingerprint}-{count}";
    }

    private static string Fingerprint(LogRow row) => Hash(string.Join('\u001f', BookingReader.Columns.Select(column => row[column])));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    internal sealed record First(int Line, string Fingerprint, bool SaysTheSame);
}
