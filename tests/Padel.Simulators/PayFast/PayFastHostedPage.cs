using Padel.Simulators.Core;
using Padel.Simulators.Pages;

namespace Padel.Simulators.PayFast;

/// <summary>The page where the payer would type a card, and the way back.</summary>
internal sealed class PayFastHostedPage(World world, PayFastOrders orders, PayFastMessages messages, Playback playback)
{
    private static readonly Choice[] Others =
    [
        Choice.Of(Scenario.NotificationFirst), Choice.Of(Scenario.DuplicateNotification), Choice.Of(Scenario.NoNotification), Choice.Of(Scenario.WrongSignature),
        Choice.Of(Scenario.WrongAmount), Choice.Of(Scenario.FailureAfterSuccess), Choice.Of(Scenario.PendingThenSuccess), Choice.Of(Scenario.PendingThenFailure),
        Choice.Of(Scenario.UnknownAccount), Choice.Of(Scenario.UnknownCode), Choice.Of(Scenario.PaidAfterExpiry), Choice.Of(Scenario.TimeoutThenSuccess),
    ];

    public async Task<IResult> Open(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        Recording.Name(http, Vendor.PayFast, "page", fields.GetValueOrDefault("BASKET_ID", ""));
        return Page.Result(orders.Take(fields) is { } order
            ? ChoicePage.Render(order, "PayFast", $"/payfast/checkout/{Uri.EscapeDataString(order.Reference)}", Others)
            : Page.Sorry("PayFast", "The token is not valid for this basket and amount, or has expired, or the basket is paid."));
    }

    public async Task<IResult> Choose(HttpContext http, string reference)
    {
        if (world.Find(Vendor.PayFast, reference) is not { } order)
            return Page.Result(Page.Sorry("PayFast", "This payment is not known."), StatusCodes.Status404NotFound);
        if (!await ChoicePage.Chosen(http.Request, order, world))
            return Page.Result(Page.Sorry("PayFast", "This payment is over already."));
        var reply = await playback.Play(order, http.RequestAborted);
        if (reply == Reply.Silence)
            return Page.Result(Page.Left("PayFast"));
        var back = reply == Reply.Paid ? order.ReturnUrl! : new Uri(order.Field("FAILURE_URL"));
        return Page.Result(AutoPost.Render("PayFast", back, messages.Fields(order, PayFastMessages.CodeOf(reply))));
    }
}
