using System.Net;
using System.Text;
using Padel.Kernel;
using Padel.Payments.Gateways;

namespace Padel.Tests.Payments.Gateways;

/// <summary>Orders, accounts and messages as the tests need them.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2027, 1, 15, 13, 30, 0, TimeSpan.Zero); // 18:30 in Karachi

    public static readonly GatewayAccount JazzCash = Account(("merchantId", "MCTEST01"), ("password", "pw0TEST1"), ("integritySalt", "salt0TEST1"), ("merchantMpin", "1234"));

    public static readonly GatewayAccount EasyPaisa = Account(
        ("storeId", "43210"), ("hashKey", "0123456789ABCDEF"), ("username", "padeluser"), ("password", "padelpass"), ("accountNumber", "20001234"));

    public static readonly GatewayAccount PayFast = Account(("merchantId", "10101"), ("securedKey", "secretKEY123"), ("merchantName", "Margalla Padel Club"));

    public static readonly GatewayAccount Stripe = Account(("secretKey", "sk_test_padel"), ("webhookSecret", "whsec_test_padel"));

    public static GatewayAccount Account(params (string Name, string Value)[] credentials) =>
        new(Guid.Empty, credentials.ToDictionary(one => one.Name, one => one.Value));

    public static GatewayOrder Order(string method, string reference = "T20270115183000", string back = "https://padel.example.pk/pay/jazzcash/return") =>
        new(Guid.CreateVersion7(), reference, Money.Major(3500, Currency.Pkr), method, "Court booking BK000123", "BK000123",
            Noon, Noon.AddDays(1), new Uri(back), new Uri("https://padel.example.pk/notifications"), new Dictionary<string, string>());

    public static GatewayMessage Return(IEnumerable<KeyValuePair<string, string?>> form) => Form(form, isReturn: true);

    public static GatewayMessage Form(IEnumerable<KeyValuePair<string, string?>> form, bool isReturn) => Message(
        string.Join('&', form.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}")), "application/x-www-form-urlencoded", isReturn);

    public static GatewayMessage Json(string body, params (string Name, string Value)[] headers) => Message(body, "application/json", isReturn: false) with
    {
        Headers = headers.ToDictionary(header => header.Name, header => header.Value),
    };

    public static GatewayMessage Query(string query, bool isReturn) => Message("", null, isReturn) with { Query = query };

    private static GatewayMessage Message(string body, string? type, bool isReturn) =>
        new(isReturn, new Uri("https://padel.example.pk/gateways/returns"), "", type, Encoding.UTF8.GetBytes(body), new Dictionary<string, string>(), Noon);
}
