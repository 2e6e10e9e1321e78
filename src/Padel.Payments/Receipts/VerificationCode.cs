using System.Security.Cryptography;

namespace Padel.Payments.Receipts;

/// <summary>What verifies a receipt: 20 characters that nobody guesses and nobody misreads (97 bits).</summary>
internal static class VerificationCode
{
    private const int Length = 20;
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As people type it from paper: any case, with spaces or dashes; null when it cannot be one.</summary>
    public static string? Read(string text)
    {
        var code = text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }
}
