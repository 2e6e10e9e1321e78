using System.Text.RegularExpressions;
using Padel.Kernel;
using Padel.Platform.Files;

namespace Padel.Payments.Transfers.Statements;

/// <summary>Amounts as banks write them: 12,000.00, +12,000, -500, (500.00), 12,000.00 Cr, 500 DR. What went out is negative.</summary>
internal static partial class StatementAmount
{
    /// <param name="side">What another column says: C or D, credit or debit.</param>
    public static bool TryParse(string text, string side, Currency currency, out Money amount)
    {
        amount = Money.Zero(currency);
        var match = Form().Match(text.Trim());
        if (!match.Success || !WrittenAmount.TryParse(match.Groups["number"].Value, currency, out var read))
            return false;
        var isOut = match.Groups["minus"].Success || (match.Groups["open"].Success && match.Groups["close"].Success)
            || Out().IsMatch(match.Groups["side"].Value) || Out().IsMatch(side.Trim());
        amount = isOut ? Money.Zero(currency) - read : read;
        return true;
    }

    [GeneratedRegex(@"^(?<open>\()?\s*((?<minus>[-−])|\+)?\s*(?<number>.*?)\s*(?<minus>-)?(?<close>\))?\s*(?<side>cr|dr|c|d)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("^(d|dr|debit|withdraw.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Out();
}
