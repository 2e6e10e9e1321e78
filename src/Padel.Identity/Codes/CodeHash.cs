using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Padel.Platform.Data;

namespace Padel.Identity.Codes;

/// <summary>
/// Makes codes and their hashes. Six digits are quickly tried out, so the hash is keyed (HMAC) with a key that is not in the database, over a salt of each
/// code's own.
/// </summary>
internal sealed class CodeHash(MasterKey master)
{
    private const int SaltBytes = 16;
    private const int Combinations = 1_000_000;
    private readonly byte[] _key = master.Derive("identity.codes");

    public static string NewCode() =>
        RandomNumberGenerator.GetInt32(Combinations).ToString("D" + CodeRules.Digits, CultureInfo.InvariantCulture);

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltBytes);

    public byte[] Of(byte[] salt, string contact, string purpose, string code) =>
        HMACSHA256.HashData(_key, (byte[])[.. salt, .. Encoding.UTF8.GetBytes($"{contact}\n{purpose}\n{code}")]);

    public bool Matches(byte[] hash, byte[] salt, string contact, string purpose, string code) =>
        CryptographicOperations.FixedTimeEquals(hash, Of(salt, contact, purpose, code));
}
