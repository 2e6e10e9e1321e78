using System.Diagnostics.CodeAnalysis;

namespace Padel.Kernel;

/// <summary>
/// A phone number in E.164 (<c>+923001234567</c>). People write 0300-1234567, +92 300 1234567, 00923001234567 or 923001234567;
/// a national number belongs to Pakistan. A Pakistani mobile has ten digits after +92; others 8 to 15 digits in all (ITU-T E.164).
/// </summary>
public readonly record struct PhoneNumber
{
    private const string HomeCountry = "92";
    private const int HomeNationalDigits = 10;
    private const int MinDigits = 8;
    private const int MaxDigits = 15;

    private PhoneNumber(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out PhoneNumber phone)
    {
        phone = default;
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or '-' or ' ' or '(' or ')' or '.' or '/' or '\u00a0')))
            return false;
        if (trimmed.LastIndexOf('+') > 0)
            return false;

        var digits = new string([.. trimmed.Where(char.IsAsciiDigit)]);
        if (International(trimmed, digits) is not { } full)
            return false;
        phone = new PhoneNumber("+" + full);
        return true;
    }

    public override string ToString() => Value;

    private static string? International(string text, string digits)
    {
        var full = text.StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? HomeCountry + digits[1..]
            : digits.Length == HomeNationalDigits && digits.StartsWith('3') ? HomeCountry + digits
            : digits;

        if (full.Length is < MinDigits or > MaxDigits || full[0] == '0')
            return null;
        return full.StartsWith(HomeCountry, StringComparison.Ordinal) ? HomeNumber(full) : full;
    }

    // +92 0300 1234567 carries the trunk zero by mistake; landlines (+92 51 1234567) have nine or ten digits.
    private static string? HomeNumber(string full)
    {
        var national = full[HomeCountry.Length..].TrimStart('0');
        var valid = national.StartsWith('3') ? national.Length == HomeNationalDigits : national.Length is 9 or 10;
        return valid ? HomeCountry + national : null;
    }
}
