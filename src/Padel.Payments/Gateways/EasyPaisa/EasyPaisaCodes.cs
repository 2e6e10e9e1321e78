using System.Collections.Frozen;

namespace Padel.Payments.Gateways.EasyPaisa;

internal sealed record EasyPaisaRow(string Code, FindingKind Kind, string Text, bool CanRetry = false);

/// <summary>
/// The vendor's codes and states as data, from the integration guide and public integrations. The list is incomplete; what is not in it is
/// unknown, and unknown is asked about, never failed.
/// </summary>
internal static class EasyPaisaCodes
{
    public const string Ok = "0000";
    private const string RefusedByClubAccount = "EasyPaisa did not accept the club's request. Please choose another way to pay; the club has been told.";
    private const string TryLater = "EasyPaisa has a problem at the moment. We keep asking; if you approved the payment, it will show here.";

    // Answers to a payment request.
    private static readonly FrozenDictionary<string, EasyPaisaRow> Codes = new EasyPaisaRow[]
    {
        new("0001", FindingKind.Unknown, TryLater),
        new("0003", FindingKind.Unknown, TryLater), // a reference used twice too: the first of the two may have been paid
        new("0002", FindingKind.Failed, RefusedByClubAccount),
        new("0004", FindingKind.Failed, RefusedByClubAccount),
        new("0005", FindingKind.Failed, RefusedByClubAccount),
        new("0006", FindingKind.Failed, RefusedByClubAccount),
        new("0007", FindingKind.Failed, RefusedByClubAccount),
        new("0008", FindingKind.Failed, RefusedByClubAccount),
        new("0010", FindingKind.Failed, RefusedByClubAccount),
        new("0013", FindingKind.Failed, "There is not enough money in the EasyPaisa account.", CanRetry: true),
        new("0014", FindingKind.Failed, "There is no EasyPaisa account with this number."),
        new("0015", FindingKind.Failed, RefusedByClubAccount),
        new("0016", FindingKind.Failed, RefusedByClubAccount),
    }.ToFrozenDictionary(row => row.Code);

    // What an inquiry says of a transaction.
    private static readonly FrozenDictionary<string, EasyPaisaRow> States = new EasyPaisaRow[]
    {
        new("PAID", FindingKind.Paid, "Paid."),
        new("PENDING", FindingKind.Pending, "EasyPaisa waits for your approval."),
        new("INITIATED", FindingKind.Pending, "EasyPaisa waits for your approval."),
        new("FAILED", FindingKind.Failed, "EasyPaisa says that the payment failed.", CanRetry: true),
        new("BLOCKED", FindingKind.Failed, "EasyPaisa blocked the payment."),
        new("EXPIRED", FindingKind.Expired, "The time to pay ran out.", CanRetry: true),
        new("DROPPED", FindingKind.Expired, "The payment was left before it was finished.", CanRetry: true),
        new("REVERSED", FindingKind.Reversed, "EasyPaisa took this payment back."),
    }.ToFrozenDictionary(row => row.Code);

    // An inquiry about an order that the gateway has not heard of.
    private static readonly FrozenSet<string> NotFound = new[] { "0003" }.ToFrozenSet();

    public static Finding OfPayment(string code) => Codes.TryGetValue(code, out var row)
        ? Finding.Of(row.Kind, code, row.Text, row.CanRetry)
        : Finding.Of(FindingKind.Unknown, code, TryLater);

    public static Finding OfState(string state) => States.TryGetValue(state.ToUpperInvariant(), out var row)
        ? Finding.Of(row.Kind, row.Code, row.Text, row.CanRetry)
        : Finding.Of(FindingKind.Unknown, state, TryLater);

    /// <summary>An inquiry that did not work says nothing about the payment, unless the order is not known there.</summary>
    public static Finding OfFailedInquiry(string? code) => code is not null && NotFound.Contains(code)
        ? Finding.Of(FindingKind.NotFound, code, "EasyPaisa does not know this payment yet.")
        : Finding.Of(FindingKind.Unknown, code, TryLater);
}
