using System.Collections.Frozen;

namespace Padel.Payments.Gateways.JazzCash;

internal sealed record JazzCashCode(string Code, JazzCashGroup Group, string Text);

/// <summary>Where a code was said: what means "paid" differs.</summary>
internal enum JazzCashPlace
{
    /// <summary>The answer of the wallet call, and the browser's return.</summary>
    Answer,
    Notification,
    Inquiry,
}

/// <summary>
/// The vendor's response codes as data: documentation v4.2, the 2026 guides, and what public integrations agree on. The list is never
/// complete; a code that is not in it is unknown, and unknown is asked about, never failed.
/// </summary>
internal static class JazzCashCodes
{
    private const string Approved = "200"; // a card, after its authorisation
    private const string TryLater = "JazzCash has a problem at the moment. We keep asking; if you approved the payment, it will show here.";
    private const string RefusedByClubAccount = "JazzCash did not accept the club's request. Please choose another way to pay; the club has been told.";

    private static readonly FrozenDictionary<JazzCashPlace, string[]> PaidWhere = new Dictionary<JazzCashPlace, string[]>
    {
        [JazzCashPlace.Answer] = ["000", Approved],
        [JazzCashPlace.Notification] = ["121", Approved],
        [JazzCashPlace.Inquiry] = ["121", "000", Approved], // of the payment, not of the inquiry
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, JazzCashCode> Table = new JazzCashCode[]
    {
        new("119", JazzCashGroup.Pending, "JazzCash is still working on this payment."),
        new("124", JazzCashGroup.Pending, "Your voucher waits to be paid at a JazzCash shop."),
        new("157", JazzCashGroup.Pending, "JazzCash waits for your approval."),
        new("210", JazzCashGroup.Pending, "Your bank is still checking this payment."),

        new("001", JazzCashGroup.CustomerCanRetry, "Your JazzCash limit is reached."),
        new("004", JazzCashGroup.CustomerCanRetry, "There is not enough money in the JazzCash account."),
        new("024", JazzCashGroup.CustomerCanRetry, "The MPIN was wrong."),
        new("060", JazzCashGroup.CustomerCanRetry, "The MPIN was wrong too many times."),
        new("105", JazzCashGroup.CustomerCanRetry, "The amount is above the limit of one JazzCash payment."),
        new("112", JazzCashGroup.CustomerCanRetry, "You cancelled the payment."),
        new("402", JazzCashGroup.CustomerCanRetry, "Your bank declined the card."),
        new("404", JazzCashGroup.CustomerCanRetry, "The card has expired."),
        new("405", JazzCashGroup.CustomerCanRetry, "There is not enough money on the card."),
        new("415", JazzCashGroup.CustomerCanRetry, "Your bank could not confirm that it was you."),
        new("416", JazzCashGroup.CustomerCanRetry, "The security code of the card was wrong."),
        new("424", JazzCashGroup.CustomerCanRetry, "The security code of the card was wrong."),

        new("002", JazzCashGroup.AccountProblem, "There is no JazzCash account with this number."),
        new("003", JazzCashGroup.AccountProblem, "This JazzCash account is not active."),
        new("111", JazzCashGroup.AccountProblem, "This JazzCash account may not make the payment."),

        new("116", JazzCashGroup.Expired, "The time to pay ran out."),
        new("129", JazzCashGroup.Expired, "The payment was left before it was finished."),

        new("101", JazzCashGroup.OurFault, RefusedByClubAccount),
        new("110", JazzCashGroup.OurFault, RefusedByClubAccount),
        new("115", JazzCashGroup.OurFault, RefusedByClubAccount),
        new("109", JazzCashGroup.NotFound, "JazzCash does not know this payment yet."),

        // Host down, time-outs, maintenance, system errors. A duplicate too: the first of the two may have been paid.
        new("055", JazzCashGroup.Unknown, TryLater),
        new("062", JazzCashGroup.Unknown, TryLater),
        new("058", JazzCashGroup.Unknown, TryLater),
        new("134", JazzCashGroup.Unknown, TryLater),
        new("403", JazzCashGroup.Unknown, TryLater),
        new("118", JazzCashGroup.Unknown, TryLater),
        new("127", JazzCashGroup.Unknown, TryLater),
        new("199", JazzCashGroup.Unknown, TryLater),
        new("999", JazzCashGroup.Unknown, TryLater),
        new("422", JazzCashGroup.Unknown, TryLater),

        new("122", JazzCashGroup.Reversed, "JazzCash took this payment back."),
        new("126", JazzCashGroup.Disputed, "This payment is disputed."),
        new("131", JazzCashGroup.Refunded, "This payment was refunded."),
        new("132", JazzCashGroup.RefundRefused, "JazzCash cannot refund this payment."),
        new("451", JazzCashGroup.RefundRefused, "JazzCash does not allow another part refund of this payment."),
        new("452", JazzCashGroup.RefundRefused, "JazzCash does not refund this kind of payment."),
        new("453", JazzCashGroup.RefundRefused, "There is not enough money in the club's JazzCash account."),
        new("454", JazzCashGroup.RefundRefused, "JazzCash does not allow part refunds for this club."),
        new("455", JazzCashGroup.RefundRefused, "The payment has not been settled yet; it can be refunded later."),
    }.ToFrozenDictionary(row => row.Code);

    public static JazzCashCode Find(string code) => Table.GetValueOrDefault(code) ?? new JazzCashCode(code, JazzCashGroup.Unknown, TryLater);

    public static Finding Judge(string code, JazzCashPlace place)
    {
        if (PaidWhere[place].Contains(code))
            return Finding.Of(FindingKind.Paid, code, "Paid.");
        var row = Find(code);
        return Finding.Of(KindOf(row.Group, place), code, row.Text, canRetry: row.Group is JazzCashGroup.CustomerCanRetry or JazzCashGroup.Expired);
    }

    // What an inquiry says about itself (bad credentials, bad hash) says nothing about the payment.
    private static FindingKind KindOf(JazzCashGroup group, JazzCashPlace place) => group switch
    {
        JazzCashGroup.Pending => FindingKind.Pending,
        JazzCashGroup.CustomerCanRetry or JazzCashGroup.AccountProblem => FindingKind.Failed,
        JazzCashGroup.OurFault => place == JazzCashPlace.Inquiry ? FindingKind.Unknown : FindingKind.Failed,
        JazzCashGroup.Expired => FindingKind.Expired,
        JazzCashGroup.NotFound => FindingKind.NotFound,
        JazzCashGroup.Reversed => FindingKind.Reversed,
        JazzCashGroup.Disputed => FindingKind.Disputed,
        JazzCashGroup.Refunded => FindingKind.Refunded,
        _ => FindingKind.Unknown,
    };
}
