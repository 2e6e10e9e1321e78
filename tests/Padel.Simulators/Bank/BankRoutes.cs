using System.Globalization;
using Padel.Simulators.Core;
using Padel.Simulators.Pages;

namespace Padel.Simulators.Bank;

/// <summary>A page to send money to the club as a payer would, and the statement that the club's staff take to the product.</summary>
internal static class BankRoutes
{
    public static void MapBank(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bank", (BankAccount account) => Page.Result(PageOf(account)));
        app.MapPost("/bank/credits", Credit);
        app.MapGet("/bank/statement.csv", (BankAccount account) => Results.File(System.Text.Encoding.UTF8.GetBytes(account.Statement()), "text/csv", "statement.csv"));
    }

    /// <summary>Takes the page's form, or JSON: reference, amount in rupees, sender, kind.</summary>
    private static async Task<IResult> Credit(HttpRequest request, BankAccount account)
    {
        var fields = await FormFields.Read(request);
        if (!decimal.TryParse(fields.GetValueOrDefault("amount"), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var rupees)
            || rupees <= 0 || !Enum.TryParse<CreditKind>(fields.GetValueOrDefault("kind", nameof(CreditKind.Exact)), ignoreCase: true, out var kind))
            return Page.Result(Page.Sorry("Bank", "An amount is needed."), StatusCodes.Status400BadRequest);
        account.Credit(kind, fields.GetValueOrDefault("reference", "").Trim(), (long)(rupees * 100), fields.GetValueOrDefault("sender", "AYESHA KHAN"));
        return request.HasFormContentType ? Results.Redirect("/bank") : Results.NoContent();
    }

    private static string PageOf(BankAccount account) => Page.Render("Bank", "Send money to the club", $"""
        <form method="post" action="/bank/credits">
        <label>Amount in rupees <input name="amount" inputmode="decimal" required></label>
        <label>Reference <input name="reference" autocapitalize="characters" autocomplete="off"></label>
        <label>Sender <input name="sender" value="AYESHA KHAN"></label>
        <label>How
        <select name="kind">
        <option value="Exact">As it should be</option>
        <option value="Under">100 rupees too little</option>
        <option value="Over">100 rupees too much</option>
        <option value="NoReference">Without the reference</option>
        <option value="Garbled">With a reference typed wrong</option>
        <option value="Spaced">With the reference in small letters, cut in two</option>
        <option value="Twice">Twice</option>
        <option value="Reversed">And taken back by the bank</option>
        </select></label>
        <button class="main">Send</button>
        </form>
        <p><a class="button" href="/bank/statement.csv" download>Statement as CSV</a></p>
        <h2>Account</h2>
        <div class="scroll"><table>{string.Join('\n', account.Lines.Reverse().Select(Row))}</table></div>
        """);

    private static string Row(BankLine line) =>
        string.Create(CultureInfo.InvariantCulture, $"<tr><td>{Page.Text(line.Text)}</td><td>{Page.Text(line.Sender)}</td><td>{line.AmountMinor / 100m:N2}</td></tr>");
}
