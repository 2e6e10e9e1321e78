using System.Globalization;

namespace Padel.Payments.Receipts;

/// <summary>The number as people read it: <c>MPC-2026-000123</c>.</summary>
internal static class ReceiptLabel
{
    private const int LongestInitials = 4;
    private const string WithoutAnyLetter = "R";

    /// <summary>The year is the club's; the number runs on over the years, so that it alone says that none is missing.</summary>
    public static string Of(string prefix, string clubName, int year, long number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(prefix.Length > 0 ? prefix : Initials(clubName))}-{year:0000}-{number:000000}");

    /// <summary>Margalla Padel Club is MPC, for a club that has not chosen.</summary>
    private static string Initials(string clubName)
    {
        var letters = clubName.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0])).Where(char.IsAsciiLetterOrDigit).Take(LongestInitials).ToArray();
        return letters.Length > 0 ? new string(letters) : WithoutAnyLetter;
    }
}
