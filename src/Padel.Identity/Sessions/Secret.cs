using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Padel.Identity.Sessions;

/// <summary>Random texts of 256 bits that are kept as a hash only. They cannot be guessed, so a plain SHA-256 is enough.</summary>
internal static class Secret
{
    private const int Bytes = 32;
    public const int MaxLength = 64;

    public static string New() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
