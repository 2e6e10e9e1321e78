using System.Text.Json;

namespace Padel.Payments.Gateways.JazzCash;

/// <summary>The messages we send, signed. Fields that are not used go as empty text: never left out, never null.</summary>
internal static class JazzCashRequests
{
    public const string CardType = "MPAY";
    public const string WalletType = "MWALLET";
    public const string TimeFormat = "yyyyMMddHHmmss";
    private const string Language = "EN";
    private const int MaxBillReference = 20;
    private const int MaxDescription = 200;

    /// <summary>The form that the browser posts to the hosted page.</summary>
    public static Dictionary<string, string> Page(GatewayOrder order, GatewayAccount account, JazzCashOptions options, string type)
    {
        var fields = Common(order, account, options);
        fields["pp_Version"] = options.PageVersion;
        fields["pp_TxnType"] = type;
        fields["pp_ReturnURL"] = order.ReturnUrl.AbsoluteUri;
        if (account.Find("subMerchantName") is { } name)
            fields["pp_SubMerchantName"] = name;
        return Sign(fields, account);
    }

    public static Dictionary<string, string> Wallet(GatewayOrder order, GatewayAccount account, JazzCashOptions options, string mobile, string cnicLast6)
    {
        var fields = Common(order, account, options);
        fields["pp_MobileNumber"] = mobile;
        fields["pp_CNIC"] = cnicLast6;
        return Sign(fields, account);
    }

    public static Dictionary<string, string> Inquiry(string reference, GatewayAccount account) => Sign(new()
    {
        ["pp_TxnRefNo"] = reference,
        ["pp_MerchantID"] = account.Need("merchantId"),
        ["pp_Password"] = account.Need("password"),
    }, account);

    /// <summary>Names the payment, not the refund: the gateway knows no refund of its own, so a second copy may be a second refund.</summary>
    public static Dictionary<string, string> Refund(RefundOrder refund, GatewayAccount account) => Sign(new()
    {
        ["pp_TxnRefNo"] = refund.PaymentReference,
        ["pp_Amount"] = Amounts.Minor(refund.Amount),
        ["pp_TxnCurrency"] = refund.Amount.Currency.Code,
        ["pp_MerchantID"] = account.Need("merchantId"),
        ["pp_Password"] = account.Need("password"),
        ["pp_MerchantMPIN"] = account.Need("merchantMpin"),
    }, account);

    /// <summary>What the gateway hears for its notification; anything but 000 makes it send again.</summary>
    public static string Acknowledgement(GatewayAccount account, string code, string text) => JsonSerializer.Serialize(Sign(new()
    {
        ["pp_ResponseCode"] = code,
        ["pp_ResponseMessage"] = text,
    }, account));

    private static Dictionary<string, string> Common(GatewayOrder order, GatewayAccount account, JazzCashOptions options)
    {
        var fields = new Dictionary<string, string>
        {
            ["pp_Language"] = Language,
            ["pp_MerchantID"] = account.Need("merchantId"),
            ["pp_SubMerchantID"] = "",
            ["pp_Password"] = account.Need("password"),
            ["pp_BankID"] = "",
            ["pp_ProductID"] = "",
            ["pp_TxnRefNo"] = order.Reference,
            ["pp_Amount"] = Amounts.Minor(order.Amount),
            ["pp_TxnCurrency"] = order.Amount.Currency.Code,
            ["pp_TxnDateTime"] = PakistanTime.Write(order.CreatedAt, TimeFormat),
            ["pp_TxnExpiryDateTime"] = PakistanTime.Write(order.ExpiresAt.AddMinutes(options.ExpiryMarginMinutes), TimeFormat),
            ["pp_BillReference"] = Plain(order.BillReference, MaxBillReference, spaces: false),
            ["pp_Description"] = Plain(order.Description, MaxDescription, spaces: true),
        };
        for (var spare = 1; spare <= 5; spare++)
            fields[$"ppmpf_{spare}"] = "";
        return fields;
    }

    private static Dictionary<string, string> Sign(Dictionary<string, string> fields, GatewayAccount account)
    {
        fields[JazzCashHash.Field] = JazzCashHash.Of(account.Need("integritySalt"), fields!);
        return fields;
    }

    // The gateway turns other characters into spaces, and the text it signs back would not be ours.
    private static string Plain(string text, int longest, bool spaces)
    {
        var plain = new string([.. text.Where(c => char.IsAsciiLetterOrDigit(c) || (spaces && c == ' '))]).Trim();
        return plain.Length > longest ? plain[..longest] : plain;
    }
}
