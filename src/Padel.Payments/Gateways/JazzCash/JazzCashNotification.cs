using System.Collections.Frozen;

namespace Padel.Payments.Gateways.JazzCash;

/// <summary>
/// Messages that come to us: the browser's return (a form) and the notification of 2026 (JSON).
/// The hash signs values but not names, and browsers carry signed forms of ours and theirs. Whoever renamed their fields could make a
/// "notification" out of one, if names were free. So only a notification with no other names than the documented ones counts as verified:
/// with those, no known form can be renamed into a paid one. With a new name in it, it is a reason to inquire.
/// </summary>
internal static class JazzCashNotification
{
    /// <summary>In the vendor's own spelling: in another one they would sort differently, and the count would not hold.</summary>
    public static FrozenSet<string> Names { get; } = new[]
    {
        "pp_Version", "pp_TxnType", "pp_BankID", "pp_ProductID", "pp_Password", "pp_TxnRefNo", "pp_TxnDateTime", "pp_ResponseCode",
        "pp_ResponseMessage", "pp_AuthCode", "pp_SettlementExpiry", "pp_RetreivalReferenceNo", JazzCashHash.Field,
        "pp_Amount", "pp_TxnCurrency", "pp_MerchantID",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static Inbound Read(GatewayMessage message, GatewayAccount account)
    {
        var fields = message.IsReturn || Redaction.IsForm(message.ContentType) ? Fields.OfForm(message.Body) : Fields.OfJson(message.Body);
        var redacted = Redaction.Of(message);
        if (fields?["pp_TxnRefNo"] is not { } reference)
            return new Inbound(InboundVerdict.Unreadable, null, null, null, Reply(message, account, "110", "The message cannot be read"), redacted);
        if (!JazzCashHash.Matches(account.Need("integritySalt"), fields))
            return new Inbound(InboundVerdict.Forged, reference, null, null, Reply(message, account, "115", "The secure hash is wrong"), redacted);

        var finding = JazzCashAnswers.OfPayment(fields, message.IsReturn ? JazzCashPlace.Answer : JazzCashPlace.Notification);
        var eventId = $"{reference}:{finding.Code}:{finding.GatewayReference}";
        var verdict = message.IsReturn || fields.All.Any(field => IsNew(field.Key)) ? InboundVerdict.Hint : InboundVerdict.Verified;
        return new Inbound(verdict, reference, eventId, finding with { EventId = eventId },
            Reply(message, account, "000", "IPN received successfully"), redacted);
    }

    private static bool IsNew(string name) => name.StartsWith("pp", StringComparison.OrdinalIgnoreCase) && !Names.Contains(name);

    private static GatewayReply Reply(GatewayMessage message, GatewayAccount account, string code, string text) => message.IsReturn
        ? new GatewayReply.RedirectPlayer()
        : new GatewayReply.Json(code == "000" ? 200 : 400, JazzCashRequests.Acknowledgement(account, code, text));
}
