using Padel.Simulators.Core;
using Padel.Simulators.Pages;

namespace Padel.Simulators.Stripe;

/// <summary>The checkout page: a declined card may be followed by another one, and leaving leaves the session open.</summary>
internal sealed class StripeHostedPage(World world, StripeSessions sessions, Playback playback, Notifier notifier, Schedule schedule, SimulatorOptions options)
{
    private static readonly Choice[] Others =
    [
        Choice.Of(Scenario.BankConfirmation), Choice.Of(Scenario.ExpiredCard), Choice.Of(Scenario.IncorrectCvc), Choice.Of(Scenario.PendingThenSuccess), Choice.Of(Scenario.PendingThenFailure),
        Choice.Of(Scenario.NotificationFirst), Choice.Of(Scenario.DuplicateNotification), Choice.Of(Scenario.NoNotification), Choice.Of(Scenario.FailureAfterSuccess),
        Choice.Of(Scenario.WrongSignature), Choice.Of(Scenario.StaleTimestamp), Choice.Of(Scenario.RotatedSecret), Choice.Of(Scenario.WrongAmount),
        Choice.Of(Scenario.RefundBeforeSuccess), Choice.Of(Scenario.Dispute), Choice.Of(Scenario.TimeoutThenSuccess), Choice.Of(Scenario.PaidAfterExpiry),
    ];

    public IResult Open(HttpContext http, string id)
    {
        if (sessions.Find(id) is not { } order)
            return Page.Result(Page.Sorry("Stripe", "This session is not known."), StatusCodes.Status404NotFound);
        Recording.Name(http, Vendor.Stripe, "page", order.Reference);
        return Page.Result(StripeObjects.SessionStatus(order) == "open" ? Form(order) : Page.Sorry("Stripe", "This session is over."));
    }

    public async Task<IResult> Choose(HttpContext http, string id)
    {
        if (sessions.Find(id) is not { } order)
            return Page.Result(Page.Sorry("Stripe", "This session is not known."), StatusCodes.Status404NotFound);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (StripeObjects.SessionStatus(order) != "open")
            return Page.Result(Page.Sorry("Stripe", "This session is over."));
        var scenario = Scenarios.TryParse(form["scenario"], out var chosen) ? chosen : order.Scenario;
        if (Declined(scenario) is { } decline)
            return Again(order, decline);
        switch (scenario)
        {
            case Scenario.Cancelled:
                return Results.Redirect(order.Field("cancel_url") is { Length: > 0 } cancel ? cancel : order.ReturnUrl!.ToString());
            case Scenario.Dropped:
                return Page.Result(Page.Left("Stripe"));
            case Scenario.BankConfirmation when form["confirmed"] != "yes":
                world.Choose(order.Reference, scenario);
                return Page.Result(Confirmation(order));
        }

        world.Choose(order.Reference, scenario);
        return await Pay(order, http.RequestAborted);
    }

    private async Task<IResult> Pay(Order order, CancellationToken stop)
    {
        if (order.Scenario == Scenario.PaidAfterExpiry)
        {
            // Unless the merchant's closing of the session brings it out before.
            schedule.After(options.Late, _ =>
            {
                if (order.Moves(OrderStatus.Paid, world.Now, OrderStatus.Open))
                    notifier.Announce(order);
                return Task.CompletedTask;
            });
            return Page.Result(Page.Left("Stripe"));
        }

        if (!order.Moves(OrderStatus.Pending, world.Now, OrderStatus.Open, OrderStatus.Dropped))
            return Page.Result(Page.Sorry("Stripe", "This session is over."));
        if (order.Scenario is Scenario.PendingThenSuccess or Scenario.PendingThenFailure)
            notifier.Announce(order); // complete, but not paid
        return await playback.Play(order, stop) == Reply.Silence ? Page.Result(Page.Left("Stripe")) : Results.Redirect(order.ReturnUrl!.ToString());
    }

    private IResult Again(Order order, string decline)
    {
        order.LastDecline = decline;
        notifier.Later(order, NotificationKind.Failure, options.Notification);
        return Page.Result(Form(order, $"Your card was declined ({decline.Replace('_', ' ')}). Try another one."), StatusCodes.Status402PaymentRequired);
    }

    private static string? Declined(Scenario scenario) => scenario switch
    {
        Scenario.DeclinedLowBalance => "insufficient_funds",
        Scenario.ExpiredCard => "expired_card",
        Scenario.IncorrectCvc => "incorrect_cvc",
        Scenario.UnknownAccount => "generic_decline",
        _ => null,
    };

    private static string Form(Order order, string? note = null) => ChoicePage.Render(order, "Stripe", $"/stripe/c/pay/{order.VendorReference}", Others, note);

    private static string Confirmation(Order order) => Page.Render("Stripe", "Your bank asks: is it you?", $"""
        <form method="post" action="/stripe/c/pay/{order.VendorReference}">
        <input type="hidden" name="confirmed" value="yes">
        <button class="main" name="scenario" value="{Scenario.BankConfirmation.Slug()}">Yes, pay</button>
        <button name="scenario" value="{Scenario.UnknownAccount.Slug()}">No</button>
        </form>
        """);
}
