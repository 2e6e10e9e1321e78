using System.Text.Json;
using Padel.Simulators.Core;

namespace Padel.Simulators.EasyPaisa;

/// <summary>Words the answers; errors come with HTTP 200 too. Answers to signed requests are signed.</summary>
internal sealed class EasyPaisaAnswers(EasyPaisaKeys keys, IHttpContextAccessor current)
{
    public IResult Refused(IReadOnlyDictionary<string, string> fields, string code) => Answer(null, new()
    {
        ["orderId"] = fields.GetValueOrDefault("orderId"),
        ["storeId"] = fields.GetValueOrDefault("storeId"),
        ["responseCode"] = code,
        ["responseDesc"] = "Refused",
    });

    public IResult Initiated(HttpContext http, Order order, string code)
    {
        var answer = new Dictionary<string, string?>
        {
            ["orderId"] = order.Reference,
            ["storeId"] = order.Field("storeId"),
            ["transactionId"] = order.VendorReference,
            ["transactionDateTime"] = EasyPaisaOrders.Local(order.CreatedAt),
            ["responseCode"] = code,
            ["responseDesc"] = code == "0000" ? "SUCCESS" : "Not done",
        };
        if (order.Field("transactionType") == "OTC" && code == "0000")
        {
            answer["paymentToken"] = order.VendorReference[^8..];
            answer["paymentTokenExiryDateTime"] = order.Field("tokenExpiry"); // spelt like that
        }

        return http.RequestAborted.IsCancellationRequested ? Results.Empty : Answer(order, answer);
    }

    /// <summary>0000 means that the inquiry worked, not that anybody paid.</summary>
    public IResult Inquired(Order order, Merchant merchant)
    {
        var answer = new Dictionary<string, string?>
        {
            ["orderId"] = order.Reference,
            ["storeId"] = merchant.Id,
            ["accountNum"] = merchant["accountNumber"],
            ["storeName"] = "Simulated store",
            ["transactionStatus"] = EasyPaisaOrders.StatusWord(order),
            ["transactionAmount"] = order.ToldRupees,
            ["transactionDateTime"] = EasyPaisaOrders.Local(order.CreatedAt),
            ["msisdn"] = order.Field("mobileAccountNo"),
            ["paymentMode"] = EasyPaisaOrders.Method(order),
            ["responseCode"] = "0000",
            ["responseDesc"] = "SUCCESS",
        };
        if (order.Status == OrderStatus.Paid)
            answer["transactionPaidDateTime"] = EasyPaisaOrders.Local(order.DecidedAt ?? order.CreatedAt);
        if (order.Status is OrderStatus.Failed or OrderStatus.Cancelled)
            (answer["errorCode"], answer["errorReason"]) = order.Scenario == Scenario.DeclinedLowBalance ? ("0013", "Low balance") : ("0099", "Not approved by the customer");
        if (order.Scenario != Scenario.InquiryWithoutReference)
            answer["transactionId"] = order.VendorReference;
        return Answer(order, answer);
    }

    private IResult Answer(Order? order, Dictionary<string, string?> fields)
    {
        var text = JsonSerializer.Serialize(fields);
        if (current.HttpContext?.Request.Path.Value?.Contains("/v5/", StringComparison.Ordinal) == true)
            text = $$"""{"response":{{text}},"signature":"{{Signature(order, text)}}"}""";
        return Results.Content(text, order?.Scenario == Scenario.JsonAsHtml ? "text/html" : "application/json");
    }

    private string Signature(Order? order, string text) => order?.Scenario switch
    {
        Scenario.WrongSignature => keys.Sign(text + " "),
        Scenario.PrettySignature => keys.SignPretty(text),
        _ => keys.Sign(text),
    };
}
