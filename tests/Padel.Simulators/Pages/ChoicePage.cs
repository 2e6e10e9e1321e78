using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.Pages;

/// <summary>The payer's page of a vendor: what is to be paid, and a button per outcome.</summary>
internal static class ChoicePage
{
    private const string AsArranged = "as-arranged";

    public static string Render(Order order, string vendor, string action, IEnumerable<Choice> others, string? note = null) => Page.Render(vendor, Amount(order), $"""
        {(note is null ? "" : $"<p role=\"alert\">{Page.Text(note)}</p>")}
        <dl>
        <dt>Order</dt><dd>{Page.Text(order.Reference)}</dd>
        <dt>Vendor's number</dt><dd>{Page.Text(order.VendorReference)}</dd>
        </dl>
        <form method="post" action="{Page.Text(action)}">
        {PayButton(order)}
        {Button(Scenario.DeclinedLowBalance, "Decline: low balance")}
        {Button(Scenario.Cancelled, "Cancel")}
        {Button(Scenario.Dropped, "Close the tab")}
        </form>
        <details>
        <summary>Other outcomes</summary>
        <form method="post" action="{Page.Text(action)}">
        <label>What should happen?
        <select name="scenario">
        {string.Join('\n', others.Select(other => $"<option value=\"{other.Scenario.Slug()}\">{Page.Text(other.Label)}</option>"))}
        </select></label>
        <button>Do it</button>
        </form>
        </details>
        """);

    /// <summary>Sets the chosen scenario; false when the payer had already chosen.</summary>
    public static async Task<bool> Chosen(HttpRequest request, Order order, World world)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (!order.Moves(OrderStatus.Pending, world.Now, OrderStatus.Open))
            return false;
        if (Scenarios.TryParse(form["scenario"], out var scenario))
            world.Choose(order.Reference, scenario);
        return true;
    }

    public static string Amount(Order order) =>
        string.Create(CultureInfo.InvariantCulture, $"Pay {order.Currency.ToUpperInvariant()} {order.AmountMinor / 100m:N2}");

    // A scenario chosen beforehand, by phone or by the control, is what the pay button does.
    private static string PayButton(Order order) => order.Scenario == Scenario.Success
        ? $"<button class=\"main\" name=\"scenario\" value=\"{Scenario.Success.Slug()}\">Pay</button>"
        : $"<button class=\"main\" name=\"scenario\" value=\"{AsArranged}\">Pay ({Page.Text(order.Scenario.Words().ToLowerInvariant())})</button>";

    private static string Button(Scenario scenario, string label) => $"<button name=\"scenario\" value=\"{scenario.Slug()}\">{Page.Text(label)}</button>";
}
