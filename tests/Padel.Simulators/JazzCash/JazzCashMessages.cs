using System.Globalization;
using System.Text.Json;
using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>Words answers, returns and notifications, signed as the order's scenario wants.</summary>
internal sealed class JazzCashMessages(Merchants merchants, JazzCashOrders orders) : INotificationWriter
{
    public Vendor Vendor => Vendor.JazzCash;

    public int Tries => 3;

    public static string AuthCode(Order order) => order.Status is OrderStatus.Paid or OrderStatus.Reversed ? order.VendorReference : "";

    /// <summary>The fields of the return POST and of the answer to the wallet call; here the vendor spells "retreival".</summary>
    public Dictionary<string, string> Answer(Order order, JazzCashCode code)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pp_Amount"] = order.ToldAmountMinor.ToString(CultureInfo.InvariantCulture),
            ["pp_AuthCode"] = AuthCode(order),
            ["pp_ResponseCode"] = code.Code,
            ["pp_ResponseMessage"] = code.Message,
            ["pp_RetreivalReferenceNo"] = order.VendorReference,
            ["pp_SettlementExpiry"] = "",
        };
        foreach (var name in (string[])["pp_BankID", "pp_BillReference", "pp_Language", "pp_MerchantID", "pp_SubMerchantID", "pp_TxnCurrency", "pp_TxnDateTime", "pp_TxnRefNo"])
            fields[name] = order.Field(name);
        foreach (var name in (string[])["ppmpf_1", "ppmpf_2", "ppmpf_3", "ppmpf_4", "ppmpf_5"])
            fields[name] = order.Field(name);
        foreach (var name in (string[])["pp_MobileNumber", "pp_CNIC"])
            if (order.Field(name).Length > 0)
                fields[name] = order.Field(name);
        fields["pp_TxnType"] = order.Field("pp_TxnType") is { Length: > 0 } type ? type : "MWALLET";
        fields["pp_Version"] = order.Field("pp_Version") is { Length: > 0 } version ? version : "2.0";
        return Sign(order, fields);
    }

    public Dictionary<string, string> Sign(Order order, Dictionary<string, string> fields)
    {
        var salt = Salt(order);
        JazzCashHash.Signed(order.Scenario == Scenario.WrongSignature ? salt + "x" : salt, fields);
        if (order.Scenario == Scenario.AmountTampered)
            fields["pp_Amount"] = "100";
        return fields;
    }

    public IReadOnlyList<Outgoing> Write(Order order, NotificationKind kind)
    {
        var code = kind switch
        {
            NotificationKind.Success or NotificationKind.Forged or NotificationKind.Hostile => new JazzCashCode("121", "Transaction has been marked confirmed by Merchant."),
            NotificationKind.Failure => new JazzCashCode("199", "System error"),
            _ => JazzCashCode.Of(order),
        };
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pp_Version"] = "2.0",
            ["pp_TxnType"] = order.Field("pp_TxnType") is { Length: > 0 } type ? type : "MWALLET",
            ["pp_Password"] = order.Field("pp_Password"),
            ["pp_TxnRefNo"] = order.Reference,
            ["pp_TxnDateTime"] = order.Field("pp_TxnDateTime"),
            ["pp_ResponseCode"] = code.Code,
            ["pp_ResponseMessage"] = code.Message,
            ["pp_AuthCode"] = AuthCode(order),
            ["pp_RetreivalReferenceNo"] = order.VendorReference,
        };
        if (order.Scenario == Scenario.WrongAmount)
            fields["pp_Amount"] = order.ToldAmountMinor.ToString(CultureInfo.InvariantCulture);
        JazzCashHash.Signed(kind is NotificationKind.Forged or NotificationKind.Hostile ? "guessed" : Salt(order), fields);
        var body = fields.ToDictionary(field => field.Key, string? (field) => field.Value);
        body["pp_BankID"] = "";
        body["pp_ProductID"] = body["pp_SettlementExpiry"] = null;
        return [new Outgoing($"ipn-{code.Code}", HttpMethod.Post, order.NotificationUrl!, JsonSerializer.Serialize(body), "application/json")];
    }

    /// <summary>Taken when the answer is 000, signed by the merchant.</summary>
    public bool Accepted(Order order, int status, string answer)
    {
        if (status != StatusCodes.Status200OK)
            return false;
        try
        {
            using var json = JsonDocument.Parse(answer);
            var fields = FormFields.OfJson(json.RootElement);
            return fields.GetValueOrDefault("pp_ResponseCode") == "000" && JazzCashHash.Fits(Salt(order), fields);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private string Salt(Order order) => (orders.MerchantOf(order.Fields) ?? merchants.Find(Vendor.JazzCash, order.Field("pp_MerchantID")))?["integritySalt"] ?? "";
}
