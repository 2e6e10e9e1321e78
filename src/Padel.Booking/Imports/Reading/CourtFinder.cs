using System.Globalization;
using System.Text.RegularExpressions;
using Padel.Booking.Clubs;

namespace Padel.Booking.Imports.Reading;

/// <summary>
/// Finds the court a log means: by its name whatever the case and spacing, or by its number or letter, written "Court 1", "C1", "ct. 1", "#1" or "1".
/// A number that several courts carry (Indoor 1, Outdoor 1) names none of them.
/// </summary>
internal sealed partial class CourtFinder
{
    private readonly Dictionary<string, Court> _byName = [];
    private readonly Dictionary<string, Court?> _byMark = [];

    public CourtFinder(IEnumerable<Court> courts)
    {
        foreach (var court in courts)
        {
            _byName.TryAdd(Squeeze(court.Name), court);
            if (MarkOf(court.Name) is { } mark && !_byMark.TryAdd(mark, court))
                _byMark[mark] = null;
        }
    }

    public Court? Find(string text)
    {
        if (_byName.TryGetValue(Squeeze(text), out var named))
            return named;
        var abbreviated = Short().Match(text.Trim());
        return abbreviated.Success ? _byMark.GetValueOrDefault(Canonical(abbreviated.Groups["mark"].Value)) : null;
    }

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToLowerInvariant();

    // The number a name ends with, or the letter after "Court".
    private static string? MarkOf(string name) =>
        LastNumber().Match(name) is { Success: true } number ? Canonical(number.Value)
        : CourtLetter().Match(name) is { Success: true } letter ? Canonical(letter.Groups["mark"].Value)
        : null;

    private static string Canonical(string mark) =>
        int.TryParse(mark, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : mark.ToLowerInvariant();

    [GeneratedRegex(@"^((court|crt|ct|c)\.?)?\s*((no|number)\.?\s*)?[#\-]?\s*(?<mark>[0-9]{1,4}|[a-z])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Short();

    [GeneratedRegex("[0-9]{1,4}$")]
    private static partial Regex LastNumber();

    [GeneratedRegex(@"^court\s+(?<mark>[a-z])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CourtLetter();
}
