using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>Checkout sessions: made by the merchant's server, paid on the page, closed by time or by the merchant.</summary>
internal sealed class StripeSessions(World world, Merchants merchants, Notifier notifier)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public Order? Find(string sessionId) => world.FindByVendorReference(Vendor.Stripe, sessionId) is { } order ? Aged(order) : null;

    public Order? FindIntent(string intentId) => intentId.StartsWith("pi", StringComparison.Ordinal) ? world.FindByVendorReference(Vendor.Stripe, "cs" + intentId[2..]) : null;

    public StripeAnswer Create(Merchant merchant, Dictionary<string, string> form, Func<Order, string> page)
    {
        if (Wrong(form) is { } wrong)
            return wrong;
        form.TryAdd("expires_at", (world.Now + Longest).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        form["account"] = merchant.Id;
        var number = world.NextNumber();
        var reference = form.GetValueOrDefault("client_reference_id") is { Length: > 0 } given ? given : $"session-{number}";
        var order = new Order
        {
            Vendor = Vendor.Stripe,
            Reference = world.Find(Vendor.Stripe, reference) is null ? reference : $"{reference}-{number}",
            VendorReference = string.Create(CultureInfo.InvariantCulture, $"cs_test_{number:D8}"),
            AmountMinor = long.Parse(form["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture) * long.Parse(form["line_items[0][quantity]"], CultureInfo.InvariantCulture),
            Currency = form["line_items[0][price_data][currency]"],
            CreatedAt = world.Now,
            Fields = form,
            Scenario = world.ScenarioOf(Vendor.Stripe, reference),
            ReturnUrl = new Uri(form["success_url"].Replace("{CHECKOUT_SESSION_ID}", $"cs_test_{number:D8}", StringComparison.Ordinal)),
            NotificationUrl = form.TryGetValue("metadata[notify_url]", out var notify) ? new Uri(notify) : merchants.NotificationUrl(merchant, form["success_url"]),
        };
        world.TryAdd(order);
        return StripeAnswer.Ok(StripeObjects.Session(order, page(order)));
    }

    /// <summary>Closes an open session. The race: somebody paid just before.</summary>
    public StripeAnswer Expire(Order order)
    {
        if (order.Scenario == Scenario.PaidAfterExpiry && order.Moves(OrderStatus.Paid, world.Now, OrderStatus.Open))
            notifier.Announce(order);
        if (!order.Moves(OrderStatus.Expired, world.Now, OrderStatus.Open, OrderStatus.Dropped))
            return StripeAnswer.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Session has a status of {StripeObjects.SessionStatus(order)}.");
        notifier.Announce(order);
        return StripeAnswer.Ok(StripeObjects.Session(order, ""));
    }

    private Order Aged(Order order)
    {
        if (world.Now.ToUnixTimeSeconds() > long.Parse(order.Field("expires_at"), CultureInfo.InvariantCulture) && order.Moves(OrderStatus.Expired, world.Now, OrderStatus.Open, OrderStatus.Dropped))
            notifier.Announce(order);
        return order;
    }

    private StripeAnswer? Wrong(Dictionary<string, string> form)
    {
        if (StripeParameters.UnknownOfSession(form.Keys) is { } unknown)
            return StripeAnswer.Invalid($"Received unknown parameter: {unknown}", unknown, "parameter_unknown");
        foreach (var needed in (string[])["mode", "success_url", "line_items[0][price_data][currency]", "line_items[0][price_data][unit_amount]", "line_items[0][price_data][product_data][name]", "line_items[0][quantity]"])
            if (form.GetValueOrDefault(needed, "").Length == 0)
                return StripeAnswer.Invalid($"Missing required param: {needed}.", needed, "parameter_missing");
        if (form["mode"] != "payment")
            return StripeAnswer.Invalid("Invalid mode.", "mode");
        foreach (var number in (string[])["line_items[0][price_data][unit_amount]", "line_items[0][quantity]"])
            if (!long.TryParse(form[number], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value <= 0)
                return StripeAnswer.Invalid($"Invalid integer: {form[number]}", number, "parameter_invalid_integer");
        foreach (var url in (string[])["success_url", "cancel_url"])
            if (form.TryGetValue(url, out var text) && !Uri.TryCreate(text.Replace("{CHECKOUT_SESSION_ID}", "x", StringComparison.Ordinal), UriKind.Absolute, out _))
                return StripeAnswer.Invalid("Not a valid URL", url, "url_invalid");
        return WrongEnd(form);
    }

    private StripeAnswer? WrongEnd(Dictionary<string, string> form)
    {
        if (!form.TryGetValue("expires_at", out var text))
            return null;
        var fine = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= (world.Now + Shortest).ToUnixTimeSeconds() && seconds <= (world.Now + Longest).ToUnixTimeSeconds();
        return fine ? null : StripeAnswer.Invalid("The `expires_at` timestamp must be between 30 minutes and 24 hours from now.", "expires_at");
    }
}
