using System.Security.Cryptography;

namespace Padel.Payments.Gateways;

/// <summary>Forms that credentials must have for a client to work with them at all.</summary>
internal static class CredentialForms
{
    private const int AesKeyCharacters = 16;
    private const int MpinDigits = 4;

    public static string? AesKey(string value) =>
        value.Length == AesKeyCharacters && value.All(char.IsAscii) ? null : "The hash key has 16 characters.";

    public static string? Mpin(string value) => value.Length == MpinDigits && value.All(char.IsAsciiDigit) ? null : "The MPIN has four digits.";

    public static string? Letters(string value) => value.All(char.IsAsciiLetter) ? null : "Letters only.";

    public static string? PrivateKey(string value) => Loads(value, key => key.ExportRSAPrivateKey()) ? null : "This is no RSA private key in PEM form.";

    public static string? PublicKey(string value) => Loads(value, key => key.ExportRSAPublicKey()) ? null : "This is no RSA public key in PEM form.";

    private static bool Loads(string pem, Func<RSA, byte[]> part)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return part(key).Length > 0;
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
