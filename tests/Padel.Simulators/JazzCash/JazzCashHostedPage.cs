using Padel.Simulators.Core;
using Padel.Simulators.Pages;

namespace Padel.Simulators.JazzCash;

/// <summary>The page the payer's browser is sent to, and the way back.</summary>
internal sealed class JazzCashHostedPage(World world, Merchants merchants, JazzCashOrders orders, JazzCashMessages messages, Playback playback)
{
    private static readonly Choice[] Others =
    [
        Choice.Of(Scenario.Voucher), Choice.Of(Scenario.VoucherExpires), Choice.Of(Scenario.PendingThenSuccess), Choice.Of(Scenario.PendingThenFailure),
        Choice.Of(Scenario.NotificationFirst), Choice.Of(Scenario.DuplicateNotification), Choice.Of(Scenario.NoNotification), Choice.Of(Scenario.FailureAfterSuccess),
        Choice.Of(Scenario.WrongSignature), Choice.Of(Scenario.AmountTampered), Choice.Of(Scenario.WrongAmount), Choice.Of(Scenario.PaidAfterExpiry),
        Choice.Of(Scenario.UnknownCode), Choice.Of(Scenario.NotFoundAtFirst), Choice.Of(Scenario.TimeoutThenSuccess),
    ];

    public async Task<IResult> Open(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        Recording.Name(http, Vendor.JazzCash, "page", fields.GetValueOrDefault("pp_TxnRefNo", ""));
        var (order, refusal) = orders.Take(fields, hosted: true, "ppmpf_1");
        if (order is not null)
            return Page.Result(ChoicePage.Render(order, "JazzCash", $"/jazzcash/checkout/{order.Reference}", Others));
        return merchants.Find(Vendor.JazzCash, fields.GetValueOrDefault("pp_MerchantID", "")) is { } merchant && merchant.Knows(fields.GetValueOrDefault("pp_ReturnURL", ""))
            ? SentBackRefused(merchant, fields, refusal!)
            : Page.Result(Page.Sorry("JazzCash", $"{refusal!.Code}: {refusal.Message}"));
    }

    public async Task<IResult> Choose(HttpContext http, string reference)
    {
        if (world.Find(Vendor.JazzCash, reference) is not { } order)
            return Page.Result(Page.Sorry("JazzCash", "This payment is not known."), StatusCodes.Status404NotFound);
        if (!await ChoicePage.Chosen(http.Request, order, world))
            return Page.Result(Page.Sorry("JazzCash", "This payment is over already."));
        var reply = await playback.Play(order, http.RequestAborted);
        return reply == Reply.Silence
            ? Page.Result(Page.Left("JazzCash"))
            : Page.Result(AutoPost.Render("JazzCash", order.ReturnUrl!, messages.Answer(order, JazzCashCode.Of(reply))));
    }

    // Even a refusal comes back signed, by the salt of the merchant who is named.
    private static IResult SentBackRefused(Merchant merchant, Dictionary<string, string> fields, JazzCashCode refusal)
    {
        var answer = JazzCashRest.Refused(refusal);
        foreach (var name in (string[])["pp_Amount", "pp_BillReference", "pp_MerchantID", "pp_TxnRefNo", "pp_TxnCurrency", "pp_TxnDateTime"])
            answer[name] = fields.GetValueOrDefault(name, "");
        return Page.Result(AutoPost.Render("JazzCash", new Uri(fields["pp_ReturnURL"]), JazzCashHash.Signed(merchant["integritySalt"], answer)));
    }
}
