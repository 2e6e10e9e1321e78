using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>Sessions, payment intents, charges, refunds and disputes in the shapes of the API. Their ids share one number.</summary>
internal static class StripeObjects
{
    public static string IntentId(Order order) => "pi" + order.VendorReference[2..];

    private static string ChargeId(Order order) => "ch" + order.VendorReference[2..];

    private static bool IsPaid(Order order) => order.Status is OrderStatus.Paid or OrderStatus.Reversed;

    public static object Session(Order order, string url) => new Dictionary<string, object?>
    {
        ["id"] = order.VendorReference,
        ["object"] = "checkout.session",
        ["amount_subtotal"] = order.ToldAmountMinor,
        ["amount_total"] = order.ToldAmountMinor,
        ["cancel_url"] = order.Field("cancel_url"),
        ["client_reference_id"] = order.Field("client_reference_id") is { Length: > 0 } reference ? reference : null,
        ["created"] = order.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = order.Currency,
        ["customer_email"] = order.Field("customer_email") is { Length: > 0 } email ? email : null,
        ["expires_at"] = long.Parse(order.Field("expires_at"), System.Globalization.CultureInfo.InvariantCulture),
        ["livemode"] = false,
        ["metadata"] = StripeParameters.Under("metadata", order.Fields),
        ["mode"] = "payment",
        ["payment_intent"] = SessionStatus(order) == "complete" ? IntentId(order) : null,
        ["payment_status"] = IsPaid(order) ? "paid" : "unpaid",
        ["status"] = SessionStatus(order),
        ["success_url"] = order.Field("success_url"),
        ["url"] = SessionStatus(order) == "open" ? url : null,
    };

    public static string SessionStatus(Order order) => order.Status switch
    {
        OrderStatus.Open or OrderStatus.Dropped => "open",
        OrderStatus.Expired or OrderStatus.Cancelled => "expired",
        _ => "complete",
    };

    public static object Intent(Order order, bool failed = false) => new Dictionary<string, object?>
    {
        ["id"] = IntentId(order),
        ["object"] = "payment_intent",
        ["amount"] = order.ToldAmountMinor,
        ["amount_received"] = IsPaid(order) && !failed ? order.ToldAmountMinor : 0,
        ["created"] = order.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = order.Currency,
        ["last_payment_error"] = failed || (order.LastDecline is not null && !IsPaid(order)) ? DeclineOf(order.LastDecline ?? "generic_decline") : null,
        ["latest_charge"] = IsPaid(order) ? ChargeId(order) : null,
        ["livemode"] = false,
        ["metadata"] = StripeParameters.Under("payment_intent_data[metadata]", order.Fields),
        ["status"] = failed ? "requires_payment_method" : IntentStatus(order),
    };

    /// <summary>The error a card network's refusal gives.</summary>
    public static object DeclineOf(string declineCode) => new Dictionary<string, string>
    {
        ["type"] = "card_error",
        ["code"] = declineCode is "expired_card" or "incorrect_cvc" ? declineCode : "card_declined",
        ["decline_code"] = declineCode,
        ["message"] = "Your card was declined.",
    };

    public static object Refund(Order order, Refund refund) => new Dictionary<string, object?>
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = refund.AmountMinor,
        ["charge"] = ChargeId(order),
        ["created"] = order.CreatedAt.ToUnixTimeSeconds(),
        ["currency"] = order.Currency,
        ["failure_reason"] = refund.FailureReason,
        ["metadata"] = StripeParameters.Under("metadata", refund.Fields),
        ["payment_intent"] = IntentId(order),
        ["reason"] = refund.Fields.GetValueOrDefault("reason"),
        ["status"] = refund.Status,
    };

    public static object Charge(Order order) => new Dictionary<string, object?>
    {
        ["id"] = ChargeId(order),
        ["object"] = "charge",
        ["amount"] = order.ToldAmountMinor,
        ["amount_refunded"] = order.RefundedMinor,
        ["currency"] = order.Currency,
        ["metadata"] = StripeParameters.Under("payment_intent_data[metadata]", order.Fields),
        ["paid"] = true,
        ["payment_intent"] = IntentId(order),
        ["refunded"] = order.RefundedMinor == order.AmountMinor,
    };

    public static object Dispute(Order order) => new Dictionary<string, object?>
    {
        ["id"] = "dp" + order.VendorReference[2..],
        ["object"] = "dispute",
        ["amount"] = order.ToldAmountMinor,
        ["charge"] = ChargeId(order),
        ["currency"] = order.Currency,
        ["payment_intent"] = IntentId(order),
        ["reason"] = "fraudulent",
        ["status"] = "needs_response",
    };

    private static string IntentStatus(Order order) => order.Status switch
    {
        OrderStatus.Paid or OrderStatus.Reversed => "succeeded",
        OrderStatus.Pending => "processing",
        OrderStatus.Expired or OrderStatus.Cancelled => "canceled",
        _ => order.Scenario == Scenario.BankConfirmation ? "requires_action" : "requires_payment_method",
    };
}
