using System.Text.RegularExpressions;

namespace Padel.Payments.Settings;

/// <summary>International bank account numbers (ISO 13616): a typing error in one would send players' money to a stranger.</summary>
internal static partial class Iban
{
    /// <summary>Without spaces, in capitals; null when it cannot be one.</summary>
    public static string? Read(string text)
    {
        var iban = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return Form().IsMatch(iban) && (!iban.StartsWith("PK", StringComparison.Ordinal) || iban.Length == 24) && Remainder(iban[4..] + iban[..4]) == 1 ? iban : null;
    }

    // ISO 7064, mod 97-10: letters count from A = 10.
    private static int Remainder(string text) =>
        text.Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? ((rest * 10) + (c - '0')) % 97 : ((rest * 100) + (c - 'A' + 10)) % 97);

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$")]
    private static partial Regex Form();
}
