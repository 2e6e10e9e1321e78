using System.Text.Json;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>What Stripe's objects mean for a payment or a refund, whether they came as an answer or in an event.</summary>
internal static class StripeObjects
{
    public const string ReferenceKey = "reference";
    public const string RefundKey = "refund_id";
    public const string SessionKey = "session";
    public const string IntentKey = "paymentIntent";

    public static Finding OfSession(JsonElement session)
    {
        var finding = (session.Text("status"), session.Text("payment_status")) switch
        {
            (_, "paid") => Finding.Of(FindingKind.Paid, "paid", "Paid."),
            ("open", _) => Finding.Of(FindingKind.Pending, "open", "The card page waits for you."),
            ("complete", "unpaid") => Finding.Of(FindingKind.Pending, "processing", "Your bank is still working on this payment."),
            ("expired", _) => Finding.Of(FindingKind.Expired, "expired", "The time to pay ran out.", canRetry: true),
            var (status, paid) => GatewayAnswer.Unknown(StripeCodes.Label, $"{status}/{paid}"),
        };
        return Named(finding, session.Number("amount_total"), session.Text("currency"), session.Text("payment_intent"), session.Text("id"));
    }

    public static RefundFinding OfRefund(JsonElement refund)
    {
        var reason = refund.Text("failure_reason");
        return refund.Text("status") switch
        {
            "succeeded" => new(RefundFindingKind.Done, "succeeded", "Refunded.", refund.Text("id")),
            "pending" or "requires_action" => new(RefundFindingKind.Pending, refund.Text("status"), "The refund is on its way.", refund.Text("id")),
            "failed" => new(RefundFindingKind.Refused, reason ?? "failed", StripeCodes.RefundFailed(reason), refund.Text("id")),
            "canceled" => new(RefundFindingKind.Refused, "canceled", "The refund was cancelled at Stripe.", refund.Text("id")),
            var status => new(RefundFindingKind.Unknown, status, "Stripe did not say whether the refund went through.", refund.Text("id")),
        };
    }

    public static Finding Named(Finding finding, long? units, string? currency, string? intent, string? session = null)
    {
        var amount = units is { } said ? StripeAmount.Read(said, currency) : null;
        if (units is not null && amount is null)
            return GatewayAnswer.Unknown(StripeCodes.Label, NoAnswer.Unreadable);
        var data = new Dictionary<string, string>();
        if (session is not null)
            data[SessionKey] = session;
        if (intent is not null)
            data[IntentKey] = intent;
        return finding with { Amount = amount, GatewayReference = intent, Data = data };
    }
}
