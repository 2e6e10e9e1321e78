using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Padel.Simulators.Core;
using Padel.Simulators.Pages;

namespace Padel.Simulators.EasyPaisa;

/// <summary>The hosted page in its two legs: an order becomes a token, the token becomes a payment.</summary>
internal sealed class EasyPaisaHostedPage(World world, EasyPaisaOrders orders, Playback playback, SimulatorOptions options)
{
    private static readonly Choice[] Others =
    [
        Choice.Of(Scenario.Voucher), Choice.Of(Scenario.VoucherExpires), Choice.Of(Scenario.PendingThenSuccess), Choice.Of(Scenario.PendingThenFailure),
        Choice.Of(Scenario.ReturnLiesPending), Choice.Of(Scenario.ReturnLiesFailed), Choice.Of(Scenario.NotificationFirst), Choice.Of(Scenario.DuplicateNotification),
        Choice.Of(Scenario.NoNotification), Choice.Of(Scenario.HostileNotification), Choice.Of(Scenario.FailureAfterSuccess), Choice.Of(Scenario.ReversedAfterPaid),
        Choice.Of(Scenario.WrongAmount), Choice.Of(Scenario.PaidAfterExpiry), Choice.Of(Scenario.UnknownAccount), Choice.Of(Scenario.InquiryWithoutReference),
        Choice.Of(Scenario.TimeoutThenSuccess),
    ];

    private readonly ConcurrentDictionary<string, (Order Order, DateTimeOffset Until)> _tokens = new(StringComparer.Ordinal);

    public async Task<IResult> FirstLeg(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        Recording.Name(http, Vendor.EasyPaisa, "page", fields.GetValueOrDefault("orderRefNum", ""));
        var (order, refusal) = orders.TakeHosted(fields);
        return Page.Result(order is null ? Page.Sorry("EasyPaisa", refusal!) : Page.Render("EasyPaisa", ChoicePage.Amount(order), $"""
            <dl><dt>Order</dt><dd>{Page.Text(order.Reference)}</dd></dl>
            <form method="post" action="/easypaisa/checkout/{Page.Text(order.Reference)}">
            <button class="main" name="step" value="continue">Continue</button>
            <button name="step" value="stop">Close the tab</button>
            </form>
            <p class="hint">The merchant's page comes next and leads back here to pay.</p>
            """));
    }

    /// <summary>The first leg ends: the browser carries a token to the merchant, or stops here.</summary>
    public async Task<IResult> Continue(HttpContext http, string reference)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (world.Find(Vendor.EasyPaisa, reference) is not { ReturnUrl: { } back } order)
            return Page.Result(Page.Sorry("EasyPaisa", "This order is not known."), StatusCodes.Status404NotFound);
        if (form["step"] == "stop")
            return Page.Result(Page.Left("EasyPaisa"));
        var token = string.Create(CultureInfo.InvariantCulture, $"AT{world.NextNumber():D8}{Random.Shared.Next(1_000_000):D6}");
        _tokens[token] = (order, world.Now + options.TokenLifetime);
        return Results.Redirect(QueryHelpers.AddQueryString(back.ToString(), "auth_token", token));
    }

    public async Task<IResult> SecondLeg(HttpContext http)
    {
        var fields = await FormFields.Read(http.Request);
        if (!_tokens.TryRemove(fields.GetValueOrDefault("auth_token", ""), out var known) || known.Until < world.Now)
            return Page.Result(Page.Sorry("EasyPaisa", "The token is not valid, was used or has expired."));
        Recording.Name(http, Vendor.EasyPaisa, "confirm", known.Order.Reference);
        if (!Uri.TryCreate(fields.GetValueOrDefault("postBackURL"), UriKind.Absolute, out var back))
            return Page.Result(Page.Sorry("EasyPaisa", "0002: postBackURL is missing"));
        known.Order.ReturnUrl = back;
        return Page.Result(ChoicePage.Render(known.Order, "EasyPaisa", $"/easypaisa/payments/{known.Order.Reference}", Others));
    }

    public async Task<IResult> Pay(HttpContext http, string reference)
    {
        if (world.Find(Vendor.EasyPaisa, reference) is not { } order)
            return Page.Result(Page.Sorry("EasyPaisa", "This payment is not known."), StatusCodes.Status404NotFound);
        if (!await ChoicePage.Chosen(http.Request, order, world))
            return Page.Result(Page.Sorry("EasyPaisa", "This payment is over already."));
        var reply = await playback.Play(order, http.RequestAborted);
        return reply == Reply.Silence ? Page.Result(Page.Left("EasyPaisa")) : Results.Redirect(Back(order, reply));
    }

    // Unsigned, as the vendor does it: nothing here proves anything.
    private static string Back(Order order, Reply reply)
    {
        var code = EasyPaisaRest.CodeOf(reply);
        var query = new Dictionary<string, string?>
        {
            ["status"] = code,
            ["success"] = code == "0000" ? "true" : "false",
            ["desc"] = code,
            ["orderRefNumber"] = order.Reference,
            ["transactionRefNumber"] = order.VendorReference,
            ["amount"] = order.ToldRupees,
        };
        if (reply == Reply.Voucher)
            query["paymentToken"] = order.VendorReference;
        return QueryHelpers.AddQueryString(order.ReturnUrl!.ToString(), query);
    }
}
