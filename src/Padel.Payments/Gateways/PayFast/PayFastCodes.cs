using System.Collections.Frozen;

namespace Padel.Payments.Gateways.PayFast;

/// <summary>
/// The vendor's <c>err_code</c> as data, where public integrations agree. A failure's code comes with and without leading zeros, so its
/// zeros in front do not count. What is not in the list is unknown, never failed.
/// </summary>
internal static class PayFastCodes
{
    private const string WrongDetails = "The account or card details were wrong.";

    private static readonly FrozenDictionary<string, Finding> Table = new[]
    {
        Finding.Of(FindingKind.Paid, "000", "Paid."),
        Finding.Of(FindingKind.Paid, "00", "Paid."),
        Finding.Of(FindingKind.Pending, "1", "PayFast is still working on this payment."),
        Finding.Of(FindingKind.Failed, "3", "This account is not active.", canRetry: true),
        Finding.Of(FindingKind.Failed, "13", "PayFast did not accept the amount."),
        Finding.Of(FindingKind.Failed, "14", WrongDetails, canRetry: true),
        Finding.Of(FindingKind.Failed, "15", WrongDetails, canRetry: true),
        Finding.Of(FindingKind.Failed, "42", WrongDetails, canRetry: true),
        Finding.Of(FindingKind.Failed, "54", "The card has expired.", canRetry: true),
        Finding.Of(FindingKind.Failed, "55", "The one-time code or PIN was wrong.", canRetry: true),
        Finding.Of(FindingKind.Failed, "75", "The PIN was wrong too many times.", canRetry: true),
        Finding.Of(FindingKind.Failed, "97", "There is not enough money in the account.", canRetry: true),
        Finding.Of(FindingKind.Failed, "104", WrongDetails, canRetry: true),
        Finding.Of(FindingKind.Failed, "106", "The limit of the account is reached.", canRetry: true),
        Finding.Of(FindingKind.Failed, "126", WrongDetails, canRetry: true),
    }.ToFrozenDictionary(row => row.Code!); // each row names one

    public static Finding Judge(string code) => Table.TryGetValue(code, out var row) || Table.TryGetValue(code.TrimStart('0'), out row)
        ? row with { Code = code }
        : GatewayAnswer.Unknown(PayFastGateway.Label, code);
}
