using System.Text.Json;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>
/// Events come signed, more than once, in any order. Those of the session say whether it is paid; those of the payment intent say so too and
/// may come first; a failed try on the page is no end, because the page lets the player try another card.
/// </summary>
internal static class StripeEvents
{
    public static Inbound Read(GatewayMessage message, GatewayAccount account, StripeOptions options)
    {
        var redacted = Redaction.Of(message);
        var header = message.Headers.FirstOrDefault(one => one.Key.Equals(StripeSignature.Header, StringComparison.OrdinalIgnoreCase)).Value;
        var tolerance = TimeSpan.FromSeconds(options.SignatureToleranceSeconds);
        if (!StripeSignature.Matches(header, message.Body.Span, account.Need("webhookSecret"), message.ReceivedAt, tolerance))
            return new Inbound(InboundVerdict.Forged, null, null, null, new GatewayReply.Text(400, "The signature is wrong or too old."), redacted);
        if (StripeReply.Parse(message.Body) is not { } root || root.Member("data")?.Member("object") is not { } about
            || root.Text("id") is not { } id || root.Text("type") is not { } type)
            return new Inbound(InboundVerdict.Unreadable, null, null, null, new GatewayReply.Text(400, "Not an event."), redacted);

        var finding = FindingOf(type, about) is { } found ? found with { EventId = id } : null;
        return new Inbound(InboundVerdict.Verified, ReferenceOf(about), id, finding, new GatewayReply.Text(200, "OK"), redacted)
        {
            Refund = about.Text("object") == "refund" ? RefundOf(about) : null,
        };
    }

    private static Finding? FindingOf(string type, JsonElement about) => type switch
    {
        "checkout.session.completed" or "checkout.session.async_payment_succeeded" => StripeObjects.OfSession(about),
        "checkout.session.expired" => StripeObjects.OfSession(about),
        "checkout.session.async_payment_failed" =>
            Session(about, Finding.Of(FindingKind.Failed, "async_payment_failed", StripeCodes.Declined(null), canRetry: true)),
        "payment_intent.succeeded" => StripeObjects.Named(Finding.Of(FindingKind.Paid, "succeeded", "Paid."),
            about.Number("amount_received") ?? about.Number("amount"), about.Text("currency"), about.Text("id")),
        "payment_intent.payment_failed" => Declined(about),
        "charge.refunded" => Money(about, "amount_refunded", Finding.Of(FindingKind.Refunded, "refunded", "This payment was refunded.")),
        "charge.dispute.created" => Money(about, "amount", Finding.Of(FindingKind.Disputed, about.Text("status"), "This payment is disputed.")),
        "charge.dispute.closed" => Money(about, "amount", Finding.Of(FindingKind.Disputed, about.Text("status"), "The dispute is closed.")),
        _ => null,
    };

    private static Finding Declined(JsonElement intent)
    {
        var error = intent.Member("last_payment_error");
        var code = error?.Text("decline_code") ?? error?.Text("code");
        var finding = Finding.Of(FindingKind.Pending, code, StripeCodes.Declined(code), canRetry: true);
        return StripeObjects.Named(finding, intent.Number("amount"), intent.Text("currency"), intent.Text("id"));
    }

    private static Finding Session(JsonElement session, Finding finding) =>
        StripeObjects.Named(finding, session.Number("amount_total"), session.Text("currency"), session.Text("payment_intent"), session.Text("id"));

    private static Finding Money(JsonElement about, string amount, Finding finding) =>
        StripeObjects.Named(finding, about.Number(amount), about.Text("currency"), about.Text("payment_intent"));

    private static InboundRefund RefundOf(JsonElement refund) =>
        new(Guid.TryParse(refund.Metadata(StripeObjects.RefundKey), out var id) ? id : null, StripeObjects.OfRefund(refund));

    // Sessions carry it themselves; intents, charges and refunds in the metadata we sent; disputes only name the intent.
    private static string? ReferenceOf(JsonElement about) => about.Text("client_reference_id") ?? about.Metadata(StripeObjects.ReferenceKey);
}
