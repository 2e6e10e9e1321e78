using System.Globalization;
using System.Text;

namespace Padel.Booking.Imports.Reading;

/// <summary>Texts from paper made fit to store and to compare.</summary>
internal static class Words
{
    public const int MaxNameLength = 120;
    public const int MaxNoteLength = 2_000;

    /// <summary>Lower-case letters only, so that "No Show", "no-show" and "NOSHOW" are one word.</summary>
    public static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    /// <summary>
    /// Trimmed, inner spaces and control characters collapsed to one space (PostgreSQL refuses a NUL), cut at <paramref name="maxLength"/>.
    /// </summary>
    public static string Clean(string text, int maxLength)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c) || char.IsControl(c);
            if (!space)
                clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        var cut = Math.Min(clean.Length, maxLength);
        if (cut > 0 && cut < clean.Length && char.IsHighSurrogate(clean[cut - 1]))
            cut--; // half a character is none
        return clean.ToString(0, cut).TrimEnd();
    }

    /// <summary>
    /// A person's name. One written all in capitals, as some receptionists do, is written as names are: NOOR TANAKA is Noor Tanaka.
    /// Short all-capital names (AJ) are left alone.
    /// </summary>
    public static string Name(string text)
    {
        var name = Clean(text, MaxNameLength);
        var shouted = name.Contains(' ', StringComparison.Ordinal) && name.Any(char.IsLetter) && !name.Any(char.IsLower);
        return shouted ? CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()) : name;
    }

    public static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
