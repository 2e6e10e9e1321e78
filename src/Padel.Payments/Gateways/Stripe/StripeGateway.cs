using System.Globalization;
using Microsoft.Extensions.Options;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>Stripe Checkout on its own page, for a club with an entity in a country that Stripe serves.</summary>
internal sealed class StripeGateway(GatewayHttp http, IOptions<GatewayOptions> options, TimeProvider clock) : IGateway
{
    private readonly StripeOptions _options = options.Value.Stripe;
    private readonly StripeClient _client = new(http, options.Value.Stripe, clock);

    public string Name => GatewayNames.Stripe;

    public bool CanRefund => true;

    public bool RefundsAreRepeatable => true;

    public bool CanInquire => true;

    public async Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation)
    {
        var key = $"checkout-{order.PaymentId:N}";
        var reply = await _client.Post("open", "/v1/checkout/sessions", Session(order), key, account, cancellation, GatewayPatience.Start);
        if (reply.Object is not { } session || session.Text("id") is not { } id || !Uri.TryCreate(session.Text("url"), UriKind.Absolute, out var url))
            return new GatewayStart.Refused(Finding.Of(FindingKind.Failed, reply.ErrorCode ?? reply.ErrorType ?? reply.Answer.Trouble ?? NoAnswer.Unreadable,
                "The card page did not open, so nothing was paid. Please try again or choose another way to pay.", canRetry: true));
        return new GatewayStart.Redirect(url, new Dictionary<string, string> { [StripeObjects.SessionKey] = id });
    }

    public async Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        // Without a session nobody was sent to a page, and nobody could pay.
        if (!order.Data.TryGetValue(StripeObjects.SessionKey, out var id))
            return Finding.Of(FindingKind.NotFound, NoAnswer.Unsupported, "The card page was never opened.");
        var reply = await _client.Get("inquire", $"/v1/checkout/sessions/{Uri.EscapeDataString(id)}", account, cancellation);
        if (reply.ErrorCode == "resource_missing")
            return Finding.Of(FindingKind.NotFound, reply.ErrorCode, "Stripe does not know this payment.");
        if (reply.Object is not { } session)
            return GatewayAnswer.Unknown(StripeCodes.Label, reply.ErrorCode ?? reply.ErrorType ?? reply.Answer.Trouble ?? NoAnswer.Unreadable);
        return session.Text("client_reference_id") == order.Reference
            ? StripeObjects.OfSession(session)
            : GatewayAnswer.Unknown(StripeCodes.Label, NoAnswer.NotOurs);
    }

    /// <summary>The key is the refund's, so a second copy is answered with the first; a partial and another partial are two refunds.</summary>
    public async Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation)
    {
        if (refund.GatewayReference is { } known)
            return Judge(await _client.Get("refund-state", $"/v1/refunds/{Uri.EscapeDataString(known)}", account, cancellation));
        if (!refund.PaymentData.TryGetValue(StripeObjects.IntentKey, out var intent))
            return new RefundFinding(RefundFindingKind.Refused, NoAnswer.Unsupported, "Stripe never named this payment; refund it by hand.", null);
        return Judge(await _client.Post("refund", "/v1/refunds", new Dictionary<string, string>
        {
            ["payment_intent"] = intent,
            ["amount"] = Text(StripeAmount.Of(refund.Amount)),
            ["reason"] = "requested_by_customer",
            [$"metadata[{StripeObjects.RefundKey}]"] = refund.RefundId.ToString("D"),
            [$"metadata[{StripeObjects.ReferenceKey}]"] = refund.PaymentReference,
        }, $"refund-{refund.RefundId:N}", account, cancellation));
    }

    /// <summary>Closes the page, because it lives longer than the hold. One that is complete already says no; its event tells.</summary>
    public async Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        if (order.Data.TryGetValue(StripeObjects.SessionKey, out var id))
            await _client.Post("expire", $"/v1/checkout/sessions/{Uri.EscapeDataString(id)}/expire", [], null, account, cancellation);
    }

    public Inbound Read(GatewayMessage message, GatewayAccount account)
    {
        if (!message.IsReturn)
            return StripeEvents.Read(message, account, _options);
        var reference = Fields.OfForm(message.Query)?[StripeObjects.ReferenceKey];
        var verdict = reference is null ? InboundVerdict.Unreadable : InboundVerdict.Hint;
        return new Inbound(verdict, reference, null, null, new GatewayReply.RedirectPlayer(), Redaction.Of(message));
    }

    // The same for every try of one attempt, or the idempotency key would not fit. So nothing of the payer is in it.
    private Dictionary<string, string> Session(GatewayOrder order)
    {
        var back = $"{order.ReturnUrl.AbsoluteUri}?{StripeObjects.ReferenceKey}={Uri.EscapeDataString(order.Reference)}";
        var earliest = order.CreatedAt.AddMinutes(_options.ShortestSessionMinutes);
        return new Dictionary<string, string>
        {
            ["mode"] = "payment",
            ["line_items[0][price_data][currency]"] = order.Amount.Currency.Code.ToLowerInvariant(),
            ["line_items[0][price_data][unit_amount]"] = Text(StripeAmount.Of(order.Amount)),
            ["line_items[0][price_data][product_data][name]"] = order.Description,
            ["line_items[0][quantity]"] = "1",
            ["success_url"] = back,
            ["cancel_url"] = back,
            ["client_reference_id"] = order.Reference,
            ["expires_at"] = Text((order.ExpiresAt > earliest ? order.ExpiresAt : earliest).ToUnixTimeSeconds()),
            [$"metadata[{StripeObjects.ReferenceKey}]"] = order.Reference,
            [$"payment_intent_data[metadata][{StripeObjects.ReferenceKey}]"] = order.Reference,
        };
    }

    private static RefundFinding Judge(StripeReply reply)
    {
        if (reply.Object is { } refund)
            return StripeObjects.OfRefund(refund);
        // A request that Stripe judged and refused moved nothing; another body under the same key is our mistake, and the first may have gone.
        return reply.ErrorType is "invalid_request_error" or "card_error"
            ? new RefundFinding(RefundFindingKind.Refused, reply.ErrorCode ?? reply.ErrorType, StripeCodes.RefundFailed(reply.ErrorCode), null)
            : reply.Answer.ToRefundFinding(StripeCodes.Label) with { Code = reply.ErrorType ?? reply.Answer.Trouble ?? NoAnswer.Unreadable };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
