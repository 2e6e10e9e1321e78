using System.Text.RegularExpressions;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Payments.Settings;

/// <summary>All settings at once, as the form shows them; what is absent is taken away.</summary>
internal sealed partial record MoneySettingsRequest(
    string[] Methods, long RefundApprovalAboveMinor, BankDetails? Bank = null, TaxDetails? Tax = null, string? ReceiptPrefix = null, string? LegalName = null)
{
    private const int MaxText = 120;
    private const long MaxApprovalMinor = 1_000_000_000_000;

    /// <summary>The club with these settings, or what is wrong with each field.</summary>
    public Result<ClubMoney> Apply(ClubMoney club, GatewayRoutes routes)
    {
        var changed = club with
        {
            Methods = [.. MethodNames.All.Where(Methods.Contains)],
            RefundApprovalAboveMinor = RefundApprovalAboveMinor,
            BankTitle = Bank?.Title.Trim(),
            BankIban = Bank is null ? null : Iban.Read(Bank.Iban),
            BankName = Bank?.Bank.Trim(),
            TaxLabel = Tax?.Label.Trim(),
            TaxBasisPoints = Tax is { Percent: >= 0 and <= 100 } ? (int)(Tax.Percent * 100) : 0,
            TaxNumber = Blank(Tax?.Number),
            ReceiptPrefix = ReceiptPrefix?.Trim().ToUpperInvariant() ?? "",
            LegalName = Blank(LegalName),
        };
        var problems = Problems(routes with { HasBank = changed.Bank is not null }).Concat(TextProblems(changed)).ToArray();
        return problems.Length > 0 ? RequestErrors.Invalid(problems) : changed;
    }

    private IEnumerable<(string Field, string Message)> Problems(GatewayRoutes routes)
    {
        if (Methods.Length == 0)
            yield return ("methods", "Players need at least one way to pay.");
        foreach (var method in Methods.Distinct().Where(method => !routes.CanOffer(method)).Take(MethodNames.All.Count))
            yield return ("methods", MethodNames.All.Contains(method) ? $"{method}: {routes.WhyNot(method)}" : "There is no such way of paying.");
        if (RefundApprovalAboveMinor is < 0 or > MaxApprovalMinor)
            yield return ("refundApprovalAboveMinor", "An amount from 0 on.");
        if (Bank is not null && Iban.Read(Bank.Iban) is null)
            yield return ("bank.iban", "This is no account number (IBAN). Please check each character.");
        if (Tax is not null && (Tax.Percent is < 0 or > 100 || decimal.Round(Tax.Percent, 2) != Tax.Percent))
            yield return ("tax.percent", "From 0 to 100, with two decimals at most.");
    }

    private IEnumerable<(string Field, string Message)> TextProblems(ClubMoney changed)
    {
        (string Field, string? Text, bool Required)[] texts =
        [
            ("bank.title", changed.BankTitle, Bank is not null), ("bank.bank", changed.BankName, Bank is not null),
            ("tax.label", changed.TaxLabel, Tax is not null), ("tax.number", changed.TaxNumber, false), ("legalName", changed.LegalName, false),
        ];
        foreach (var (field, text, required) in texts)
        {
            if (required && string.IsNullOrEmpty(text))
                yield return (field, "This is required.");
            else if (text is { Length: > MaxText } || (text?.Any(char.IsControl) ?? false))
                yield return (field, $"One line of at most {MaxText} characters.");
        }

        if (!Prefix().IsMatch(changed.ReceiptPrefix))
            yield return ("receiptPrefix", "At most 8 letters and digits.");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[A-Z0-9]{0,8}$")]
    private static partial Regex Prefix();
}
