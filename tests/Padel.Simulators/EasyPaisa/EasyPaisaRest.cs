using System.Text;
using System.Text.Json;
using Padel.Simulators.Core;

namespace Padel.Simulators.EasyPaisa;

/// <summary>The calls from server to server, of the fourth generation and, signed, of the fifth.</summary>
internal sealed class EasyPaisaRest(World world, Merchants merchants, EasyPaisaOrders orders, EasyPaisaAnswers answers, Playback playback, Gate gate, SimulatorOptions options)
{
    public static string CodeOf(Reply reply) => reply switch
    {
        Reply.Paid or Reply.Voucher => "0000",
        Reply.LowBalance => "0013",
        Reply.UnknownAccount => "0014",
        Reply.Unknown => "0987",
        _ => "0001",
    };

    public Task<IResult> MobileAccount(HttpContext http) => Call(http, "initiate-ma", "mobileAccountNo", Pay);

    public Task<IResult> OverTheCounter(HttpContext http) => Call(http, "initiate-otc", "msisdn", Voucher);

    public Task<IResult> Inquire(HttpContext http) => Call(http, "inquire", "msisdn", (_, merchant, fields) => Task.FromResult(Inquired(merchant, fields)));

    private async Task<IResult> Call(HttpContext http, string call, string phoneField, Func<HttpContext, Merchant, Dictionary<string, string>, Task<IResult>> work)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var signed = json.RootElement.TryGetProperty("request", out var request);
        var fields = FormFields.OfJson(signed ? request : json.RootElement);
        var signature = signed && json.RootElement.TryGetProperty("signature", out var given) ? given.GetString() ?? "" : "";
        var text = signed ? request.GetRawText() : "";
        return await gate.Pass(http, Vendor.EasyPaisa, call, fields.GetValueOrDefault("orderId", ""), async () =>
        {
            var merchant = merchants.Find(Vendor.EasyPaisa, fields.GetValueOrDefault("storeId", ""));
            if (merchant is null)
                return answers.Refused(fields, "0006");
            if (!HasCredentials(http, merchant) || (signed && !EasyPaisaKeys.Verifies(merchant["publicKey"], text, signature)))
                return answers.Refused(fields, "0010");
            return await work(http, merchant, fields);
        }, fields.GetValueOrDefault(phoneField));
    }

    // Blocks while the payer approves in the app.
    private async Task<IResult> Pay(HttpContext http, Merchant merchant, Dictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("transactionType") != "MA" || fields.GetValueOrDefault("mobileAccountNo") is not (['0', '3', ..] and { Length: 11 }))
            return answers.Refused(fields, "0002");
        var (order, refusal) = orders.TakeRest(merchant, fields);
        if (order is null)
            return answers.Refused(fields, refusal!);
        await Task.Delay(options.Approval);
        var reply = await playback.Play(order, CancellationToken.None);
        if (reply == Reply.Silence)
            await Hang(http);
        return answers.Initiated(http, order, CodeOf(reply));
    }

    private async Task<IResult> Voucher(HttpContext http, Merchant merchant, Dictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("transactionType") != "OTC")
            return answers.Refused(fields, "0002");
        if (!DateForm(fields.GetValueOrDefault("tokenExpiry", "")))
            return answers.Refused(fields, "0015");
        if (!orders.InFuture(fields["tokenExpiry"]))
            return answers.Refused(fields, "0016");
        var (order, refusal) = orders.TakeRest(merchant, fields);
        if (order is null)
            return answers.Refused(fields, refusal!);
        if (order.Scenario == Scenario.Success)
            order.Scenario = Scenario.Voucher;
        return answers.Initiated(http, order, CodeOf(await playback.Play(order, CancellationToken.None)));
    }

    private IResult Inquired(Merchant merchant, Dictionary<string, string> fields)
    {
        if (fields.GetValueOrDefault("accountNum") != merchant["accountNumber"])
            return answers.Refused(fields, "0004");
        if (world.Find(Vendor.EasyPaisa, fields.GetValueOrDefault("orderId", "")) is not { } order || order.Field("storeId") != merchant.Id)
            return answers.Refused(fields, "0003");
        return order.CountInquiry() == 1 && order.Scenario == Scenario.NotFoundAtFirst ? answers.Refused(fields, "0003") : answers.Inquired(order, merchant);
    }

    private async Task Hang(HttpContext http)
    {
        try
        {
            await Task.Delay(options.Slow, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            http.Abort(); // nobody listens any more
        }
    }

    private static bool HasCredentials(HttpContext http, Merchant merchant) =>
        http.Request.Headers["Credentials"] == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{merchant["username"]}:{merchant["password"]}"));

    private static bool DateForm(string text) => text.Length == 15 && text[8] == ' ' && text.Where((_, at) => at != 8).All(char.IsAsciiDigit);
}
