using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Padel.Identity.SecondFactor;

/// <summary>
/// Time-based one-time passwords (RFC 6238): HMAC-SHA-1, six digits, 30 seconds, because that is all that every authenticator app
/// understands. One step early or late is taken; a step counts once. Pure.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;
    public const int StepSeconds = 30;
    public const int SecretBytes = 20;
    private const int DriftSteps = 1;
    private const int Sha1Bytes = 20;

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / StepSeconds;

    /// <returns>The step the code belongs to, if it is near now and after <paramref name="lastStep"/>.</returns>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.ASCII.GetBytes(code.Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        for (var step = StepAt(now) - DriftSteps; step <= StepAt(now) + DriftSteps; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.ASCII.GetBytes(Code(secret, step))) && step > lastStep)
                found ??= step;
        }

        return found;
    }

    public static string Code(byte[] secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[Sha1Bytes];
        CryptographicOperations.HmacData(HashAlgorithmName.SHA1, secret, counter, hash);
        // RFC 4226 5.3: the last four bits say where to take 31 bits from.
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString("D" + digits, CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says to the authenticator app.</summary>
    public static string Uri(string secret, string label) =>
        $"otpauth://totp/Padel:{System.Uri.EscapeDataString(label)}?secret={secret}&issuer=Padel&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
}
