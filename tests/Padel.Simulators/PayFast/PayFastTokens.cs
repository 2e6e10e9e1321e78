using System.Collections.Concurrent;
using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.PayFast;

/// <summary>The token that a merchant's server fetches for a basket and an amount, before the browser may come.</summary>
internal sealed class PayFastTokens(World world, Merchants merchants, Gate gate, SimulatorOptions options)
{
    private readonly ConcurrentDictionary<string, Token> _tokens = new(StringComparer.Ordinal);

    private sealed record Token(string MerchantId, string Basket, string Amount, DateTimeOffset Until);

    public async Task<IResult> Give(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        return await gate.Pass(http, Vendor.PayFast, "token", fields.GetValueOrDefault("BASKET_ID", ""), () => Task.FromResult(Given(http, fields)));
    }

    public bool Opens(IReadOnlyDictionary<string, string> fields) =>
        _tokens.TryGetValue(fields.GetValueOrDefault("TOKEN", ""), out var token) && token.Until >= world.Now
        && token.MerchantId == fields.GetValueOrDefault("MERCHANT_ID") && token.Basket == fields.GetValueOrDefault("BASKET_ID") && token.Amount == fields.GetValueOrDefault("TXNAMT");

    private IResult Given(HttpContext http, Dictionary<string, string> fields)
    {
        if (http.Request.Headers.UserAgent.Count == 0)
            return Results.Text("Forbidden", statusCode: StatusCodes.Status403Forbidden);
        var merchant = merchants.Find(Vendor.PayFast, fields.GetValueOrDefault("MERCHANT_ID", ""));
        if (merchant is null || merchant["securedKey"] != fields.GetValueOrDefault("SECURED_KEY"))
            return Refused(StatusCodes.Status401Unauthorized, "Merchant could not be authenticated.");
        if (fields.GetValueOrDefault("BASKET_ID", "").Length == 0 || !PayFastOrders.TryReadAmount(fields.GetValueOrDefault("TXNAMT"), out _) || fields.GetValueOrDefault("CURRENCY_CODE") != "PKR")
            return Refused(StatusCodes.Status400BadRequest, "A field is missing or wrong.");
        var text = string.Create(CultureInfo.InvariantCulture, $"PF{world.NextNumber():D8}{Random.Shared.Next(1_000_000):D6}");
        _tokens[text] = new Token(merchant.Id, fields["BASKET_ID"], fields["TXNAMT"], world.Now + options.TokenLifetime);
        return Results.Json(new Dictionary<string, string> { ["MERCHANT_ID"] = merchant.Id, ["ACCESS_TOKEN"] = text, ["NAME"] = "Simulated" });
    }

    private static IResult Refused(int status, string message) =>
        Results.Json(new Dictionary<string, string?> { ["ACCESS_TOKEN"] = null, ["message"] = message }, statusCode: status);
}
