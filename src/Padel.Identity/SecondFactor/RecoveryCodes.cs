using System.Security.Cryptography;
using System.Text;
using Padel.Platform.Data;

namespace Padel.Identity.SecondFactor;

/// <summary>Ten codes for who has lost the phone, each good once. 49 bits each, kept as a keyed hash.</summary>
internal sealed class RecoveryCodes(MasterKey master)
{
    public const int Count = 10;
    private const int HalfLength = 5;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789"; // without look-alikes
    private readonly byte[] _key = master.Derive("identity.recovery-codes");

    public static IReadOnlyList<string> New() => [.. Enumerable.Range(0, Count).Select(_ => $"{Half()}-{Half()}")];

    public byte[] Hash(Guid userId, string code) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{userId:N}\n{Plain(code)}"));

    public static bool LooksLikeOne(string text) => Plain(text).Length == 2 * HalfLength;

    private static string Half() => new(RandomNumberGenerator.GetItems<char>(Alphabet, HalfLength));

    private static string Plain(string code) => new([.. code.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
