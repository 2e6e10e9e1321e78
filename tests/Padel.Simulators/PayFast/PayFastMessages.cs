using Padel.Simulators.Core;

namespace Padel.Simulators.PayFast;

/// <summary>Words the return and the notification: the same fields for both.</summary>
internal sealed class PayFastMessages(Merchants merchants) : INotificationWriter
{
    private const string Paid = "000";

    public Vendor Vendor => Vendor.PayFast;

    public int Tries => 1;

    public bool Accepted(Order order, int status, string answer) => status is >= 200 and < 300;

    public static string CodeOf(Reply reply) => reply switch
    {
        Reply.Paid => Paid,
        Reply.Pending or Reply.Voucher => "001",
        Reply.UnknownAccount => "014",
        Reply.Expired => "054",
        Reply.Cancelled => "055",
        Reply.Unknown => "987",
        _ => "97",
    };

    public Dictionary<string, string> Fields(Order order, string code, bool forged = false)
    {
        var merchant = merchants.Find(Vendor.PayFast, order.Field("MERCHANT_ID"));
        var key = forged || order.Scenario == Scenario.WrongSignature ? "guessed" : merchant?["securedKey"] ?? "";
        return new(StringComparer.Ordinal)
        {
            ["basket_id"] = order.Reference,
            ["err_code"] = code,
            ["err_msg"] = code == Paid ? "Transaction processed successfully" : "Transaction was not processed",
            ["transaction_id"] = order.VendorReference,
            ["transaction_amount"] = order.ToldRupees,
            ["transaction_currency"] = order.Currency,
            ["order_date"] = order.Field("ORDER_DATE"),
            ["validation_hash"] = PayFastHash.Of(order.Reference, key, order.Field("MERCHANT_ID"), code),
        };
    }

    public IReadOnlyList<Outgoing> Write(Order order, NotificationKind kind)
    {
        var code = kind switch
        {
            NotificationKind.Success or NotificationKind.Forged or NotificationKind.Hostile => Paid,
            NotificationKind.Failure => "97",
            _ => CodeOf(Standing(order)),
        };
        using var form = new FormUrlEncodedContent(Fields(order, code, forged: kind is NotificationKind.Forged or NotificationKind.Hostile));
        using var reader = new StreamReader(form.ReadAsStream());
        return [new Outgoing($"ipn-{code}", HttpMethod.Post, order.NotificationUrl!, reader.ReadToEnd(), "application/x-www-form-urlencoded")];
    }

    private static Reply Standing(Order order) => order.Status switch
    {
        OrderStatus.Paid => Reply.Paid,
        OrderStatus.Open or OrderStatus.Pending => Reply.Pending,
        OrderStatus.Expired => Reply.Expired,
        OrderStatus.Cancelled => Reply.Cancelled,
        _ => order.Scenario == Scenario.UnknownAccount ? Reply.UnknownAccount : Reply.LowBalance,
    };
}
