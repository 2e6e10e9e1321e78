using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>
/// The REST calls, in version 4 or, for an account with keys, in the signed version 5. The vendor labels JSON as HTML at times, so the text
/// is read for what it is, not for what it is called.
/// </summary>
internal sealed class EasyPaisaRest(GatewayHttp http, EasyPaisaOptions options)
{
    public const string Label = "EasyPaisa";
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mobile-account payment; its answer comes when the player has approved or not.</summary>
    public async Task<Finding> Pay(GatewayOrder order, GatewayAccount account, string mobile, string email, CancellationToken cancellation)
    {
        var (fields, doubt) = await Ask("pay", IsSigned(account) ? options.SignedPayPath : options.PayPath, new JsonObject
        {
            ["orderId"] = order.Reference,
            ["storeId"] = account.Need("storeId"),
            ["transactionAmount"] = Amounts.TwoDecimals(order.Amount),
            ["transactionType"] = "MA",
            ["mobileAccountNo"] = mobile,
            ["emailAddress"] = email,
        }, account, GatewayPatience.Pin, cancellation);
        if (fields is null)
            return doubt!; // there is always one of the two
        return fields["responseCode"] is { } code ? EasyPaisaCodes.OfPayment(code) : GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
    }

    public async Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        var (fields, doubt) = await Ask("inquire", IsSigned(account) ? options.SignedInquiryPath : options.InquiryPath, new JsonObject
        {
            ["orderId"] = order.Reference,
            ["storeId"] = account.Need("storeId"),
            ["accountNum"] = account.Need("accountNumber"),
        }, account, GatewayPatience.Answer, cancellation);
        if (fields is null)
            return doubt!; // there is always one of the two
        if (fields["responseCode"] != EasyPaisaCodes.Ok)
            return EasyPaisaCodes.OfFailedInquiry(fields["responseCode"]);
        if (fields["orderId"] is { } named && named != order.Reference)
            return GatewayAnswer.Unknown(Label, NoAnswer.NotOurs);
        return fields["transactionStatus"] is { } state ? With(EasyPaisaCodes.OfState(state), fields) : GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
    }

    private static bool IsSigned(GatewayAccount account) => account.Find("privateKey") is not null && account.Find("vendorPublicKey") is not null;

    private static Finding With(Finding finding, Fields fields)
    {
        var named = Amounts.TryReadMajor(fields["transactionAmount"], null, out var amount);
        if (!named && fields["transactionAmount"] is not null)
            return GatewayAnswer.Unknown(Label, NoAnswer.Unreadable);
        var data = new Dictionary<string, string>();
        if (fields["transactionId"] is { } transaction)
            data["transactionId"] = transaction;
        if (fields["paymentMode"] is { } mode)
            data["paymentMode"] = mode;
        return finding with { Amount = named ? amount : null, GatewayReference = fields["transactionId"], Data = data, MerchantId = fields["storeId"] };
    }

    private async Task<(Fields? Fields, Finding? Doubt)> Ask(
        string name, string path, JsonObject request, GatewayAccount account, GatewayPatience patience, CancellationToken cancellation)
    {
        var text = request.ToJsonString(Compact);
        var answer = await http.Send(new GatewayCall(GatewayNames.EasyPaisa, name, HttpMethod.Post, GatewayCall.UrlOf(options.BaseUrl, path))
        {
            Body = IsSigned(account) ? EasyPaisaSignature.Wrap(text, account.Need("privateKey")) : Encoding.UTF8.GetBytes(text),
            ContentType = "application/json",
            Headers = new Dictionary<string, string> { ["Credentials"] = Credentials(account.Need("username"), account.Need("password")) },
            Patience = patience,
        }, cancellation);
        if (answer.Trouble is not null)
            return (null, answer.ToFinding(Label));

        var body = IsSigned(account) ? EasyPaisaSignature.Unwrap(answer.Body, account.Need("vendorPublicKey")) : answer.Body;
        if (body is not { } trusted)
            return (null, GatewayAnswer.Unknown(Label, NoAnswer.Unsigned));
        return Fields.OfJson(trusted) is { } fields ? (fields, null) : (null, answer.ToFinding(Label));
    }

    /// <summary>The vendor's own header; no word <c>Basic</c> in front.</summary>
    public static string Credentials(string username, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{username}:{password}"));
}
