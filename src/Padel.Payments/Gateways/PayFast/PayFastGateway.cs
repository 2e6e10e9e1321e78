using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Padel.Kernel;

namespace Padel.Payments.Gateways.PayFast;

/// <summary>
/// PayFast Pakistan for bank cards: a token for basket and amount, then the hosted page. The published interface has neither inquiry nor
/// refund: notifications tell, and refunds are a task for the staff.
/// </summary>
internal sealed class PayFastGateway(GatewayHttp http, IOptions<GatewayOptions> options) : IGateway
{
    public const string Label = "PayFast";
    private const string TimeFormat = "yyyy-MM-dd HH:mm:ss";
    private readonly PayFastOptions _options = options.Value.PayFast;

    public string Name => GatewayNames.PayFast;

    public bool CanRefund => false;

    public bool CanInquire => false;

    public async Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation)
    {
        if (order.Amount.Currency != Currency.Pkr)
            return new GatewayStart.Refused(Finding.Of(FindingKind.Failed, NoAnswer.Unsupported, "PayFast takes rupees only."));
        var answer = await http.Send(TokenCall(order, account), cancellation);
        if (answer.Trouble is not null || Fields.OfJson(answer.Body)?["ACCESS_TOKEN"] is not { } token)
            return new GatewayStart.Refused(Finding.Of(FindingKind.Failed, answer.Trouble ?? NoAnswer.Unreadable,
                "PayFast did not open its page, so nothing was paid. Please try again or choose another way to pay.", canRetry: true));
        return new GatewayStart.HandOver(GatewayCall.UrlOf(_options.BaseUrl, _options.PagePath), Page(order, account, payer, token));
    }

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) =>
        Task.FromResult(GatewayAnswer.Unknown(Label, NoAnswer.Unsupported));

    public Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation) => Task.FromResult(
        new RefundFinding(RefundFindingKind.Refused, NoAnswer.Unsupported, "PayFast refunds are made by hand in its portal.", null));

    /// <summary>There is no way to close the page; the token runs out by itself.</summary>
    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.CompletedTask;

    public Inbound Read(GatewayMessage message, GatewayAccount account)
    {
        GatewayReply reply = message.IsReturn ? new GatewayReply.RedirectPlayer() : new GatewayReply.Text(200, "OK");
        var redacted = Redaction.Of(message);
        if (Parse(message) is not { } fields || fields["basket_id"] is not { } basket || fields["err_code"] is not { } code)
            return new Inbound(InboundVerdict.Unreadable, null, null, null, Refusal(reply), redacted);
        var merchant = account.Need("merchantId");
        if (!PayFastHash.Matches(fields["validation_hash"], basket, account.Need("securedKey"), merchant, code))
            return new Inbound(InboundVerdict.Forged, basket, null, null, Refusal(reply), redacted);

        var eventId = $"{basket}:{code}:{fields["transaction_id"]}";
        var finding = With(PayFastCodes.Judge(code), fields) with { EventId = eventId, MerchantId = merchant };
        return new Inbound(message.IsReturn ? InboundVerdict.Hint : InboundVerdict.Verified, basket, eventId, finding, reply, redacted);
    }

    private GatewayCall TokenCall(GatewayOrder order, GatewayAccount account) =>
        new(Name, "token", HttpMethod.Post, GatewayCall.UrlOf(_options.BaseUrl, _options.TokenPath))
        {
            Body = Form(new()
            {
                ["MERCHANT_ID"] = account.Need("merchantId"),
                ["SECURED_KEY"] = account.Need("securedKey"),
                ["BASKET_ID"] = order.Reference,
                ["TXNAMT"] = Amounts.TwoDecimals(order.Amount),
                ["CURRENCY_CODE"] = order.Amount.Currency.Code,
            }),
            ContentType = "application/x-www-form-urlencoded",
            Headers = new Dictionary<string, string> { ["User-Agent"] = _options.UserAgent },
            Patience = GatewayPatience.Start,
        };

    private Dictionary<string, string> Page(GatewayOrder order, GatewayAccount account, PayerInput payer, string token) => new()
    {
        ["CURRENCY_CODE"] = order.Amount.Currency.Code,
        ["MERCHANT_ID"] = account.Need("merchantId"),
        ["MERCHANT_NAME"] = account.Need("merchantName"),
        ["TOKEN"] = token,
        ["BASKET_ID"] = order.Reference,
        ["TXNAMT"] = Amounts.TwoDecimals(order.Amount),
        ["ORDER_DATE"] = PakistanTime.Write(order.CreatedAt, TimeFormat),
        ["SUCCESS_URL"] = order.ReturnUrl.AbsoluteUri,
        ["FAILURE_URL"] = order.ReturnUrl.AbsoluteUri,
        ["CHECKOUT_URL"] = order.NotificationUrl.AbsoluteUri,
        ["CUSTOMER_EMAIL_ADDRESS"] = payer.Email ?? "",
        ["CUSTOMER_MOBILE_NO"] = WalletPhone.Of(payer.Phone) ?? "",
        ["SIGNATURE"] = order.PaymentId.ToString("N"), // free text there: the token is what counts
        ["VERSION"] = _options.Version,
        ["TXNDESC"] = order.Description,
        ["PROCCODE"] = "00",
        ["TRAN_TYPE"] = "ECOMM_PURCHASE",
    };

    private static Finding With(Finding finding, Fields fields)
    {
        var said = fields["transaction_amount"] ?? fields["txnamt"] ?? fields["amount"];
        var currency = fields["transaction_currency"] ?? fields["currency_code"];
        var named = Amounts.TryReadMajor(said, currency, out var amount);
        if (!named && said is not null)
            return GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
        var data = new Dictionary<string, string>();
        if (fields["transaction_id"] is { } transaction)
            data["transactionId"] = transaction;
        return finding with { Amount = named ? amount : null, GatewayReference = fields["transaction_id"], Data = data };
    }

    // Plug-ins of the vendor send a form, JSON or a query, each for both kinds of message.
    private static Fields? Parse(GatewayMessage message) => message.Body.Length == 0 ? Fields.OfForm(message.Query)
        : Redaction.IsForm(message.ContentType) ? Fields.OfForm(message.Body) : Fields.OfJson(message.Body);

    private static GatewayReply Refusal(GatewayReply reply) => reply is GatewayReply.RedirectPlayer ? reply : new GatewayReply.Text(400, "Not accepted.");

    private static byte[] Form(Dictionary<string, string> fields) => Encoding.UTF8.GetBytes(
        string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}")));
}
