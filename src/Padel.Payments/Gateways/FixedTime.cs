using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Padel.Payments.Gateways;

/// <summary>Comparisons that take as long for a near miss as for a far one.</summary>
internal static class FixedTime
{
    public static bool IsHexOf(string? text, ReadOnlySpan<byte> expected)
    {
        var given = new byte[expected.Length];
        return text is not null && text.Length == expected.Length * 2
            && Convert.FromHexString(text, given, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, expected);
    }

    public static byte[] HmacSha256(string key, string text) => HmacSha256(key, Encoding.UTF8.GetBytes(text));

    public static byte[] HmacSha256(string key, ReadOnlySpan<byte> bytes) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), bytes);
}
