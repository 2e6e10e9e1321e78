using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>The calls from server to server: mobile wallet, status inquiry, refund.</summary>
internal sealed class JazzCashRest(World world, JazzCashOrders orders, JazzCashMessages messages, Playback playback, Gate gate, SimulatorOptions options)
{
    /// <summary>Blocks while the payer types the PIN.</summary>
    public async Task<IResult> Wallet(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        var phoneField = fields.ContainsKey("pp_MobileNumber") ? "pp_MobileNumber" : "ppmpf_1";
        var phone = fields.GetValueOrDefault(phoneField);
        return await gate.Pass(http, Vendor.JazzCash, "wallet", Reference(fields), () => Pay(http, fields, phoneField), phone);
    }

    public async Task<IResult> Inquire(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        return await gate.Pass(http, Vendor.JazzCash, "inquiry", Reference(fields), () => Task.FromResult(Results.Json(Inquired(fields))));
    }

    private async Task<IResult> Pay(HttpContext http, Dictionary<string, string> fields, string phoneField)
    {
        if (fields.ContainsKey("pp_MobileNumber") && !SixDigits(fields.GetValueOrDefault("pp_CNIC")))
            return Results.Json(Refused(JazzCashCode.InvalidField));
        var (order, refusal) = orders.Take(fields, hosted: false, phoneField);
        if (order is null)
            return Results.Json(Refused(refusal!));
        // The payer goes on typing when the caller hangs up.
        await Task.Delay(options.Approval);
        var reply = await playback.Play(order, CancellationToken.None);
        if (reply == Reply.Silence)
            await Hang(http);
        return Results.Json(messages.Answer(order, JazzCashCode.Of(reply)));
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

    private Dictionary<string, string> Inquired(Dictionary<string, string> fields)
    {
        if (orders.Untrusted(fields, out var merchant) is { } untrusted)
            return Refused(untrusted);
        if (world.Find(Vendor.JazzCash, Reference(fields)) is not { } order || order.Field("pp_MerchantID") != merchant!.Id)
            return JazzCashHash.Signed(merchant!["integritySalt"], Refused(JazzCashCode.NotFound));
        if (order.CountInquiry() == 1 && order.Scenario == Scenario.NotFoundAtFirst)
            return JazzCashHash.Signed(merchant["integritySalt"], Refused(JazzCashCode.NotFound));
        return JazzCashHash.Signed(merchant["integritySalt"], Standing(order));
    }

    // Here the vendor spells "retrieval". The amount is told only when it is another one.
    private static Dictionary<string, string> Standing(Order order)
    {
        var payment = JazzCashCode.Of(order);
        var older = order.Scenario == Scenario.OlderInquiryShape;
        var answer = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["pp_ResponseCode"] = older ? payment.Code : "000",
            ["pp_ResponseMessage"] = older ? payment.Message : "Inquiry completed",
            ["pp_Status"] = JazzCashCode.StatusWord(order),
            ["pp_AuthCode"] = JazzCashMessages.AuthCode(order),
            ["pp_BankID"] = "",
            ["pp_ProductID"] = "",
            ["pp_SettlementDate"] = "",
            ["pp_SettlementExpiry"] = "",
        };
        if (!older)
            (answer["pp_PaymentResponseCode"], answer["pp_PaymentResponseMessage"]) = (payment.Code, payment.Message);
        if (order.Scenario != Scenario.InquiryWithoutReference)
            answer["pp_RetrievalReferenceNo"] = order.VendorReference;
        if (order.Scenario == Scenario.WrongAmount)
            answer["pp_Amount"] = order.ToldAmountMinor.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return answer;
    }

    private static string Reference(IReadOnlyDictionary<string, string> fields) => fields.GetValueOrDefault("pp_TxnRefNo", "");

    private static bool SixDigits(string? text) => text is { Length: 6 } && text.All(char.IsAsciiDigit);

    internal static Dictionary<string, string> Refused(JazzCashCode code) =>
        new(StringComparer.Ordinal) { ["pp_ResponseCode"] = code.Code, ["pp_ResponseMessage"] = code.Message };
}
