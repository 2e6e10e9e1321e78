using System.Globalization;
using System.Text.RegularExpressions;
using Padel.Kernel;

namespace Padel.Platform.Files;

/// <summary>
/// Amounts as a reception writes them: 6000, 6,000, 1,20,000, 6000/-, Rs 6,000, PKR 6,000.00. The text is turned into minor units digit by
/// digit, never through a floating-point number. A blank is no amount: nobody knows what was charged.
/// </summary>
public static partial class WrittenAmount
{
    private const int MaxWholeDigits = 12;

    public static bool TryParse(string text, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        var match = Amount().Match(text.Trim());
        if (!match.Success || !Names(currency, match.Groups["before"].Value) || !Names(currency, match.Groups["after"].Value))
            return false;

        var whole = match.Groups["whole"].Value.Replace(",", "", StringComparison.Ordinal);
        var minor = match.Groups["minor"].Value;
        if (whole.Length > MaxWholeDigits || minor.Length > currency.MinorDigits)
            return false;

        var digits = whole + minor.PadRight(currency.MinorDigits, '0');
        amount = new Money(long.Parse(digits, CultureInfo.InvariantCulture), currency);
        return true;
    }

    // "Rs" is the rupee; otherwise the currency must be the club's own: dollars in a rupee list are no rupees.
    private static bool Names(Currency currency, string word) =>
        word.Length == 0
        || word.Equals(currency.Code, StringComparison.OrdinalIgnoreCase)
        || (currency == Currency.Pkr && Rupee().IsMatch(word));

    // Thousands in the western (120,000) or the South Asian way (1,20,000); /- and /= end a rupee amount on paper.
    [GeneratedRegex(@"^(?<before>[a-z₨]*)\.?\s*(?<whole>[0-9]{1,3}(,[0-9]{2,3})*,[0-9]{3}|[0-9]+)(\.(?<minor>[0-9]{1,4}))?\s*(/[-=])?\s*(?<after>[a-z]*)\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex("^(rs|re|rupees?|₨)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rupee();
}
