using System.Globalization;
using System.Text.RegularExpressions;
using Padel.Simulators.Core;

namespace Padel.Simulators.EasyPaisa;

/// <summary>Orders of both ways in, hosted page and REST, and how they stand.</summary>
internal sealed partial class EasyPaisaOrders(World world, Merchants merchants)
{
    private const int LongestReference = 20;
    private static readonly TimeSpan PakistanTime = TimeSpan.FromHours(5);

    /// <summary>The order of the hosted form; opening it again before paying is the same order.</summary>
    public (Order? Order, string? Refusal) TakeHosted(IReadOnlyDictionary<string, string> fields)
    {
        if (merchants.Find(Vendor.EasyPaisa, fields.GetValueOrDefault("storeId", "")) is not { } merchant)
            return (null, "0006: invalid store");
        if (merchant["hashKey"] is { Length: > 0 } key && EasyPaisaHash.Of(key, fields) != fields.GetValueOrDefault(EasyPaisaHash.Field))
            return (null, "The request could not be verified.");
        var expiry = fields.GetValueOrDefault("expiryDate", "");
        if (!OneDecimal().IsMatch(fields.GetValueOrDefault("amount", "")) || !Uri.TryCreate(fields.GetValueOrDefault("postBackURL"), UriKind.Absolute, out var back) || (expiry.Length > 0 && !InFuture(expiry)))
            return (null, "0002: a field is missing or wrong");
        return Take(merchant, fields, "orderRefNum", "amount", fields.GetValueOrDefault("mobileNum"), back.ToString(), again: true);
    }

    public (Order? Order, string? Refusal) TakeRest(Merchant merchant, IReadOnlyDictionary<string, string> fields) =>
        Take(merchant, fields, "orderId", "transactionAmount", fields.GetValueOrDefault("mobileAccountNo") ?? fields.GetValueOrDefault("msisdn"), null, again: false);

    public bool InFuture(string date) =>
        DateTime.TryParseExact(date, "yyyyMMdd HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
        && new DateTimeOffset(local, PakistanTime) > world.Now;

    public static string Local(DateTimeOffset at) => at.ToOffset(PakistanTime).ToString("dd/MM/yyyy hh:mm tt", CultureInfo.InvariantCulture);

    public static string StatusWord(Order order) => order.Status switch
    {
        OrderStatus.Paid => "PAID",
        OrderStatus.Open or OrderStatus.Pending => "PENDING",
        OrderStatus.Expired => "EXPIRED",
        OrderStatus.Dropped => "DROPPED",
        OrderStatus.Reversed => "REVERSED",
        _ => "FAILED",
    };

    public static string Method(Order order) =>
        order.Field("transactionType") is { Length: > 0 } type ? type
        : order.Field("paymentMethod").StartsWith("OTC", StringComparison.Ordinal) || order.Scenario is Scenario.Voucher or Scenario.VoucherExpires ? "OTC"
        : order.Field("paymentMethod").StartsWith("CC", StringComparison.Ordinal) ? "CC" : "MA";

    private (Order? Order, string? Refusal) Take(
        Merchant merchant, IReadOnlyDictionary<string, string> fields, string referenceField, string amountField, string? phone, string? returnUrl, bool again)
    {
        var reference = fields.GetValueOrDefault(referenceField, "");
        if (reference.Length is 0 or > LongestReference)
            return (null, "0003");
        if (!decimal.TryParse(fields.GetValueOrDefault(amountField), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount <= 0)
            return (null, "0002");
        var order = new Order
        {
            Vendor = Vendor.EasyPaisa,
            Reference = reference,
            VendorReference = (8_000_000_000 + world.NextNumber()).ToString(CultureInfo.InvariantCulture),
            AmountMinor = (long)(amount * 100),
            CreatedAt = world.Now,
            Fields = fields,
            Scenario = world.ScenarioOf(Vendor.EasyPaisa, reference, phone),
            ReturnUrl = returnUrl is null ? null : new Uri(returnUrl),
            NotificationUrl = merchants.NotificationUrl(merchant, returnUrl),
        };
        if (world.TryAdd(order))
            return (order, null);
        return again && world.Find(Vendor.EasyPaisa, reference) is { Status: OrderStatus.Open } open && open.AmountMinor == order.AmountMinor ? (open, null) : (null, "0003");
    }

    [GeneratedRegex(@"^[1-9]\d*\.\d$")]
    private static partial Regex OneDecimal();
}
