using System.Globalization;
using System.Text.Json;
using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>Money back to the payer, by the reference of the payment; the vendor knows no reference of a refund.</summary>
internal sealed class JazzCashRefunds(World world, JazzCashOrders orders, Gate gate, SimulatorOptions options)
{
    public async Task<IResult> Refund(HttpContext http)
    {
        var fields = await Read(http.Request);
        return await gate.Pass(http, Vendor.JazzCash, "refund", fields.GetValueOrDefault("pp_TxnRefNo", ""), () => Refund(http, fields));
    }

    private async Task<IResult> Refund(HttpContext http, Dictionary<string, string> fields)
    {
        if (orders.Untrusted(fields, out var merchant) is { } untrusted)
            return Results.Json(JazzCashRest.Refused(untrusted));
        var code = merchant!["merchantMpin"] != fields.GetValueOrDefault("pp_MerchantMPIN") ? JazzCashCode.BadCredentials : Decide(fields);
        if (code == JazzCashCode.Ok && world.Find(Vendor.JazzCash, fields["pp_TxnRefNo"])?.Scenario == Scenario.RefundTimeout)
            await Task.Delay(options.Slow, CancellationToken.None);
        var answer = JazzCashRest.Refused(code);
        answer["pp_TxnRefNo"] = fields.GetValueOrDefault("pp_TxnRefNo", "");
        return http.RequestAborted.IsCancellationRequested ? Results.Empty : Results.Json(JazzCashHash.Signed(merchant["integritySalt"], answer));
    }

    private JazzCashCode Decide(Dictionary<string, string> fields)
    {
        if (world.Find(Vendor.JazzCash, fields.GetValueOrDefault("pp_TxnRefNo", "")) is not { } order)
            return JazzCashCode.NotFound;
        if (!long.TryParse(fields.GetValueOrDefault("pp_Amount"), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || amount <= 0)
            return JazzCashCode.InvalidField;
        if (order.Status != OrderStatus.Paid || Refusal(order, amount) is not null)
            return Refusal(order, amount) ?? new JazzCashCode("132", "Transaction can not be refunded.");
        var pending = order.Scenario == Scenario.RefundPendingThenFailed;
        var refund = new Refund(string.Create(CultureInfo.InvariantCulture, $"R{world.NextNumber():D8}"), amount, pending ? "failed" : "succeeded");
        return !order.TryRefund(refund) ? new JazzCashCode("132", "Transaction can not be refunded.")
            : pending ? JazzCashCode.Of(Reply.Pending)
            : JazzCashCode.Ok;
    }

    private static JazzCashCode? Refusal(Order order, long amount) => order.Scenario switch
    {
        Scenario.RefundRefused => new("452", "Transaction is not eligible for refund."),
        Scenario.RefundSecondPartialRefused when order.RefundedMinor > 0 => new("451", "Multiple partial refunds are not allowed."),
        Scenario.RefundNoBalance => new("453", "Insufficient merchant balance."),
        Scenario.RefundNoPartial when amount < order.AmountMinor => new("454", "Partial refund is not allowed."),
        Scenario.RefundNotSettled => new("455", "Transaction is not settled yet."),
        _ => null,
    };

    // One text of the vendor wraps the body of the card refund.
    private static async Task<Dictionary<string, string>> Read(HttpRequest request)
    {
        using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        return FormFields.OfJson(json.RootElement.TryGetProperty("RefundRequest", out var wrapped) ? wrapped : json.RootElement);
    }
}
