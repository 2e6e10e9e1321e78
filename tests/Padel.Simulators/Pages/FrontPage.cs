using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.Pages;

/// <summary>The first page: what each vendor answers unless something else is chosen, and the latest orders.</summary>
internal static class FrontPage
{
    private const int ShownOrders = 30;

    public static IResult Show(World world) => Page.Result(Page.Render("Gateways", "What should they answer?", $"""
        <p>Orders follow, in this order: what is chosen on the payer's page, what is chosen here for the next order, the last two digits of the payer's phone, the vendor's habit.</p>
        {string.Join('\n', Enum.GetValues<Vendor>().Select(VendorForm))}
        <p><a class="button" href="/bank">Bank: credits and statements</a></p>
        <h2>Phones that end in</h2>
        <div class="scroll"><table>{string.Join('\n', Scenarios.All.Where(one => one <= Scenario.PaidAfterExpiry).Select(PhoneRow))}</table></div>
        <h2>Orders</h2>
        <div class="scroll"><table>{string.Join('\n', world.Orders.Reverse().Take(ShownOrders).Select(OrderRow))}</table></div>
        """));

    public static async Task<IResult> Choose(HttpRequest request, World world)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (Vendors.TryParse(form["vendor"], out var vendor) && Scenarios.TryParse(form["scenario"], out var scenario))
        {
            if (form["for"] == "next")
                world.ChooseNext(vendor, scenario);
            else
                world.ChooseDefault(vendor, scenario);
        }

        return Results.Redirect("/");
    }

    private static string VendorForm(Vendor vendor) => $"""
        <h2>{vendor}</h2>
        <form method="post" action="/">
        <input type="hidden" name="vendor" value="{vendor.Slug()}">
        <label>Outcome
        <select name="scenario">{string.Concat(Scenarios.All.Select(one => $"<option value=\"{one.Slug()}\">{Page.Text(one.Words())}</option>"))}</select></label>
        <button class="main" name="for" value="next">For the next order</button>
        <button name="for" value="always">From now on</button>
        </form>
        """;

    private static string PhoneRow(Scenario scenario) =>
        string.Create(CultureInfo.InvariantCulture, $"<tr><th>{(int)scenario:D2}</th><td>{Page.Text(scenario.Words())}</td></tr>");

    private static string OrderRow(Order order) =>
        $"<tr><td>{order.Vendor}</td><td>{Page.Text(order.Reference)}</td><td>{Page.Text(ChoicePage.Amount(order)[4..])}</td><td>{order.Status}</td><td>{Page.Text(order.Scenario.Words())}</td></tr>";
}
