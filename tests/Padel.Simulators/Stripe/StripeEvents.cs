using System.Text.Json;
using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>Signed events: in no promised order, sent again until somebody says 2xx.</summary>
internal sealed class StripeEvents(World world, Merchants merchants) : INotificationWriter
{
    private const string ApiVersion = "2026-07-29.dahlia";
    private static readonly TimeSpan LongAgo = TimeSpan.FromMinutes(20);

    private readonly JsonSerializerOptions _json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Vendor Vendor => Vendor.Stripe;

    public int Tries => 3;

    public bool Accepted(Order order, int status, string answer) => status is >= 200 and < 300;

    public IReadOnlyList<Outgoing> Write(Order order, NotificationKind kind) => [.. Told(order, kind).Select(told => Signed(order, told.Type, told.About, kind))];

    /// <summary>A refund was made or changed.</summary>
    public IReadOnlyList<Outgoing> OfRefund(Order order, Refund refund) => refund.Status switch
    {
        "failed" => [Signed(order, "refund.failed", StripeObjects.Refund(order, refund), NotificationKind.Truth), Signed(order, "refund.updated", StripeObjects.Refund(order, refund), NotificationKind.Truth)],
        "pending" => [Signed(order, "refund.created", StripeObjects.Refund(order, refund), NotificationKind.Truth)],
        _ => [Signed(order, "charge.refunded", StripeObjects.Charge(order), NotificationKind.Truth), Signed(order, "refund.created", StripeObjects.Refund(order, refund), NotificationKind.Truth)],
    };

    private static IEnumerable<(string Type, object About)> Told(Order order, NotificationKind kind)
    {
        var session = StripeObjects.Session(order, "");
        (string, object) succeeded = ("payment_intent.succeeded", StripeObjects.Intent(order));
        (string, object) completed = ("checkout.session.completed", session);
        if (kind == NotificationKind.Failure)
            return [("payment_intent.payment_failed", StripeObjects.Intent(order, failed: true))];
        if (kind == NotificationKind.Success)
            return [completed, succeeded];
        return order.Status switch
        {
            OrderStatus.Paid when order.Scenario == Scenario.PendingThenSuccess => [("checkout.session.async_payment_succeeded", session), succeeded],
            OrderStatus.Paid when order.Scenario == Scenario.NotificationFirst => [succeeded, completed],
            OrderStatus.Paid => [completed, succeeded],
            OrderStatus.Pending => [completed],
            OrderStatus.Failed => [("checkout.session.async_payment_failed", session)],
            OrderStatus.Expired or OrderStatus.Cancelled => [("checkout.session.expired", session)],
            OrderStatus.Reversed => [("charge.dispute.created", StripeObjects.Dispute(order))],
            _ => [("payment_intent.payment_failed", StripeObjects.Intent(order, failed: true))],
        };
    }

    // The same event keeps its id, however often it is sent.
    private Outgoing Signed(Order order, string type, object about, NotificationKind kind)
    {
        var secret = merchants.Find(Vendor.Stripe, order.Field("account"))?["webhookSecret"] ?? "";
        var now = world.Now;
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["id"] = $"evt_{order.VendorReference}_{type}_{order.Status}_{order.RefundedMinor}".ToLowerInvariant(),
            ["object"] = "event",
            ["api_version"] = ApiVersion,
            ["created"] = now.ToUnixTimeSeconds(),
            ["type"] = type,
            ["livemode"] = false,
            ["data"] = new Dictionary<string, object> { ["object"] = about },
        }, _json);
        var header = kind switch
        {
            NotificationKind.Forged or NotificationKind.Hostile => StripeSignature.Of(body, now, "whsec_guessed"),
            NotificationKind.Stale => StripeSignature.Of(body, now - LongAgo, secret),
            NotificationKind.Rotated => StripeSignature.Of(body, now, "whsec_of_last_year", secret),
            _ => StripeSignature.Of(body, now, secret),
        };
        return new Outgoing(type, HttpMethod.Post, order.NotificationUrl!, body, "application/json", StripeSignature.Header, header);
    }
}
