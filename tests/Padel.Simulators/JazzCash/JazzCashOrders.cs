using System.Buffers;
using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>Takes a request to pay, or says with which code it is refused.</summary>
internal sealed class JazzCashOrders(World world, Merchants merchants)
{
    private const int LongestReference = 20;
    private const string DateForm = "yyyyMMddHHmmss";
    private static readonly SearchValues<char> NotInDescriptions = SearchValues.Create("<>\\*=%/:'|\"{}");
    private static readonly TimeSpan PakistanTime = TimeSpan.FromHours(5);

    public DateTimeOffset LocalNow => world.Now.ToOffset(PakistanTime);

    public Merchant? MerchantOf(IReadOnlyDictionary<string, string> fields) =>
        merchants.Find(Vendor.JazzCash, fields.GetValueOrDefault("pp_MerchantID", "")) is { } merchant && merchant["password"] == fields.GetValueOrDefault("pp_Password") ? merchant : null;

    /// <summary>The first reason to refuse what any call must have right: credentials and hash.</summary>
    public JazzCashCode? Untrusted(IReadOnlyDictionary<string, string> fields, out Merchant? merchant)
    {
        merchant = MerchantOf(fields);
        return merchant is null ? JazzCashCode.BadCredentials
            : JazzCashHash.Fits(merchant["integritySalt"], fields) ? null
            : JazzCashCode.BadHash;
    }

    public (Order? Order, JazzCashCode? Refusal) Take(IReadOnlyDictionary<string, string> fields, bool hosted, string phoneField)
    {
        if (Untrusted(fields, out var merchant) is { } untrusted)
            return (null, untrusted);
        var returnUrl = fields.GetValueOrDefault("pp_ReturnURL", "");
        if ((hosted || returnUrl.Length > 0) && !merchant!.Knows(returnUrl))
            return (null, JazzCashCode.UnregisteredReturn);
        if (!Valid(fields, out var amount))
            return (null, JazzCashCode.InvalidField);
        var order = NewOrder(fields, merchant!, amount, returnUrl, fields.GetValueOrDefault(phoneField));
        return world.TryAdd(order) ? (order, null) : (null, JazzCashCode.Duplicate);
    }

    private Order NewOrder(IReadOnlyDictionary<string, string> fields, Merchant merchant, long amount, string returnUrl, string? phone)
    {
        var reference = fields["pp_TxnRefNo"];
        return new Order
        {
            Vendor = Vendor.JazzCash,
            Reference = reference,
            VendorReference = string.Create(CultureInfo.InvariantCulture, $"{LocalNow:yyMMdd}{world.NextNumber():D6}"),
            AmountMinor = amount,
            Currency = fields["pp_TxnCurrency"],
            CreatedAt = world.Now,
            Fields = fields,
            Scenario = world.ScenarioOf(Vendor.JazzCash, reference, phone),
            ReturnUrl = Uri.TryCreate(returnUrl, UriKind.Absolute, out var url) ? url : null,
            NotificationUrl = merchants.NotificationUrl(merchant, returnUrl),
        };
    }

    private static bool Valid(IReadOnlyDictionary<string, string> fields, out long amount) =>
        long.TryParse(fields.GetValueOrDefault("pp_Amount"), NumberStyles.None, CultureInfo.InvariantCulture, out amount) && amount > 0
        && fields.GetValueOrDefault("pp_TxnCurrency") == "PKR"
        && Reference(fields.GetValueOrDefault("pp_TxnRefNo", "")) && Reference(fields.GetValueOrDefault("pp_BillReference", ""))
        && Date(fields.GetValueOrDefault("pp_TxnDateTime"), out var begins) && Date(fields.GetValueOrDefault("pp_TxnExpiryDateTime"), out var ends) && begins < ends
        && !fields.GetValueOrDefault("pp_Description", "").AsSpan().ContainsAny(NotInDescriptions);

    private static bool Reference(string text) => text.Length is > 0 and <= LongestReference && text.All(char.IsAsciiLetterOrDigit);

    private static bool Date(string? text, out DateTime date) => DateTime.TryParseExact(text, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
}
