using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.PayFast;

/// <summary>Orders of the hosted page.</summary>
internal sealed class PayFastOrders(World world, Merchants merchants, PayFastTokens tokens)
{
    /// <summary>The order of a form; the same basket opened again before paying is the same order. Null: no token, no page.</summary>
    public Order? Take(IReadOnlyDictionary<string, string> fields)
    {
        if (!tokens.Opens(fields) || merchants.Find(Vendor.PayFast, fields["MERCHANT_ID"]) is not { } merchant || !TryReadAmount(fields["TXNAMT"], out var amount)
            || !Uri.TryCreate(fields.GetValueOrDefault("SUCCESS_URL"), UriKind.Absolute, out var success) || !Uri.TryCreate(fields.GetValueOrDefault("FAILURE_URL"), UriKind.Absolute, out _))
            return null;
        var basket = fields["BASKET_ID"];
        var order = new Order
        {
            Vendor = Vendor.PayFast,
            Reference = basket,
            VendorReference = string.Create(CultureInfo.InvariantCulture, $"pf-{world.NextNumber():D10}"),
            AmountMinor = amount,
            CreatedAt = world.Now,
            Fields = fields,
            Scenario = world.ScenarioOf(Vendor.PayFast, basket, fields.GetValueOrDefault("CUSTOMER_MOBILE_NO")),
            ReturnUrl = success,
            NotificationUrl = merchants.NotificationUrl(merchant, Uri.TryCreate(fields.GetValueOrDefault("CHECKOUT_URL"), UriKind.Absolute, out var checkout) ? checkout : null),
        };
        return world.TryAdd(order) ? order : world.Find(Vendor.PayFast, basket) is { Status: OrderStatus.Open } open ? open : null;
    }

    public static bool TryReadAmount(string? text, out long minor)
    {
        var fine = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees) && rupees > 0;
        minor = (long)(rupees * 100);
        return fine;
    }
}
