namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>The hosted checkout in two legs: the form, and the page between that hands the one-time token back.</summary>
internal static class EasyPaisaCheckout
{
    private const string ExpiryFormat = "yyyyMMdd HHmmss";
    private const string TokenField = "auth_token";

    public static Dictionary<string, string> Form(GatewayOrder order, GatewayAccount account, PayerInput payer)
    {
        var fields = new Dictionary<string, string>
        {
            ["storeId"] = account.Need("storeId"),
            ["amount"] = Amounts.OneDecimal(order.Amount),
            ["postBackURL"] = order.ReturnUrl.AbsoluteUri,
            ["orderRefNum"] = order.Reference,
            ["expiryDate"] = PakistanTime.Write(order.ExpiresAt, ExpiryFormat),
            ["autoRedirect"] = "1",
            ["paymentMethod"] = "MA_PAYMENT_METHOD",
        };
        if (WalletPhone.Of(payer.Phone) is { } mobile)
            fields["mobileNum"] = mobile;
        if (payer.Email is { Length: > 0 } email)
            fields["emailAddr"] = email;
        if (account.Find("hashKey") is { } key)
            fields[EasyPaisaHash.Field] = EasyPaisaHash.Of(key, fields);
        return fields;
    }

    /// <summary>
    /// The first leg's return brings the token, which goes on to the confirmation; the second leg's says how it went, unsigned, and it lies at
    /// times. So neither carries a finding.
    /// </summary>
    public static Inbound Return(GatewayMessage message, Uri confirmation)
    {
        var fields = Fields.OfForm(message.Query);
        var redacted = Redaction.Of(message);
        if (fields?[TokenField] is { } token)
        {
            var leg = new Dictionary<string, string> { [TokenField] = token, ["postBackURL"] = message.Address.AbsoluteUri };
            return new Inbound(InboundVerdict.Hint, null, null, null, new GatewayReply.HandOverForm(confirmation, leg), redacted);
        }

        var reference = fields?["orderRefNumber"] ?? fields?["orderRefNum"];
        var verdict = reference is null ? InboundVerdict.Unreadable : InboundVerdict.Hint;
        return new Inbound(verdict, reference, null, null, new GatewayReply.RedirectPlayer(), redacted);
    }

    /// <summary>
    /// The notification is a call with an address to fetch. It is never fetched: whoever sends it would choose what our server calls. Its
    /// path names the order, which is reason enough to inquire.
    /// </summary>
    public static Inbound Notification(GatewayMessage message, EasyPaisaOptions options)
    {
        var redacted = Redaction.Of(message);
        if (!Uri.TryCreate(Fields.OfForm(message.Query)?["url"], UriKind.Absolute, out var url))
            return new Inbound(InboundVerdict.Unreadable, null, null, null, new GatewayReply.Text(400, "No address."), redacted);
        var isTheirs = url.UserInfo.Length == 0 && (url.Authority == options.BaseUrl.Authority && url.Scheme == options.BaseUrl.Scheme
            || url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && options.NotificationHosts.Contains(url.Host, StringComparer.OrdinalIgnoreCase));
        return isTheirs
            ? new Inbound(InboundVerdict.Hint, OrderIn(url), null, null, new GatewayReply.Text(200, "OK"), redacted)
            : new Inbound(InboundVerdict.Forged, null, null, null, new GatewayReply.Text(400, "Not an address of EasyPaisa."), redacted);
    }

    private static string? OrderIn(Uri url)
    {
        var query = Fields.OfForm(url.Query.TrimStart('?'));
        var last = Uri.UnescapeDataString(url.Segments[^1].Trim('/'));
        return query?["orderRefNumber"] ?? query?["orderId"] ?? query?["order_id"] ?? (last.Length > 0 && last.All(char.IsAsciiLetterOrDigit) ? last : null);
    }
}
