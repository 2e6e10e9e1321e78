using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using Padel.Simulators;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>The vendors, misbehaving by dice of their own, and the player's browser on their pages.</summary>
internal sealed partial class ChaosVendors(SimulatorHost host, ChaosCounts counts) : IAsyncDisposable
{
    private const int MisbehavesPercent = 20;
    private const int MostPages = 8;
    private static readonly string[] Outcomes =
    [
        "success", "success", "success", "success", "declined-low-balance", "cancelled", "dropped", "pending-then-success", "pending-then-failure",
        "notification-first", "duplicate-notification", "no-notification", "failure-after-success", "wrong-signature", "amount-tampered",
        "paid-after-expiry", "unknown-code", "timeout-then-success",
    ];

    private readonly HttpClient _browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };

    public Uri Address => host.Address;

    public Task Misbehave(int seed) => Control("chaos", new { seed, percent = MisbehavesPercent });

    /// <summary>From now on they answer as they should, and everything still on its way arrives.</summary>
    public async Task BehaveAgain()
    {
        await Control("chaos", new { seed = 0, percent = 0 });
        using var settled = await _browser.PostAsync(new Uri(Address, "/control/settle"), null);
    }

    /// <summary>Follows a hand-over through the vendor's pages with dice, until the browser is back at the product or the tab is closed.</summary>
    public async Task GoThrough(JsonElement action, string method, Random dice)
    {
        counts.Did($"page of {method}");
        var url = action.GetProperty("url").GetString()!; // a hand-over has one
        var fields = action.TryGetProperty("fields", out var list) && list.ValueKind == JsonValueKind.Object
            ? list.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString() ?? "")
            : null;
        try
        {
            var page = new Uri(Address, url);
            for (var pages = 0; pages < MostPages && dice.Next(40) > 0; pages++)
            {
                using var answer = fields is null ? await _browser.GetAsync(page) : await _browser.PostAsync(page, new FormUrlEncodedContent(fields));
                if (await Next(page, answer, dice) is not var (next, sent))
                    return;
                (page, fields) = (next, sent);
            }
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            counts.Lost(); // the product was away just then, or the vendor dropped the line
        }
    }

    /// <summary>What the vendors took is paid here, and nothing else is.</summary>
    public async Task PaidIsPaidHere(NpgsqlConnection sql)
    {
        var (lost, made) = await Compare(sql);
        lost.ShouldBeEmpty("the vendor has money the product does not know of");
        made.ShouldBeEmpty("the product believes in money the vendor never took");
    }

    public async Task<bool> HaveMoneyNobodyKnowsOf(NpgsqlConnection sql) => (await Compare(sql)).Lost.Length > 0;

    // An order with a wrong amount is not believed, whatever the vendor says: that is a task for staff.
    private async Task<(string[] Lost, string[] Made)> Compare(NpgsqlConnection sql)
    {
        var state = await _browser.GetFromJsonAsync<JsonElement>(new Uri(Address, "/control/state"));
        var orders = state.GetProperty("orders").EnumerateArray().ToDictionary(
            order => order.GetProperty("reference").GetString()!, order => (Status: order.GetProperty("status").GetString(), Scenario: order.GetProperty("scenario").GetString()));
        var payments = (await sql.QueryAsync<(string Reference, string Status)>(
            "select reference, status from payments.payments where gateway is not null")).ToDictionary(row => row.Reference, row => row.Status);
        var lost = orders.Where(order => order.Value is { Status: "paid", Scenario: not "wrong-amount" } && payments.GetValueOrDefault(order.Key) != "paid");
        var made = payments.Where(payment => payment.Value == "paid" && orders.GetValueOrDefault(payment.Key).Status is not ("paid" or "reversed"));
        return ([.. lost.Select(order => $"{order.Key} {order.Value}: {payments.GetValueOrDefault(order.Key)}")], [.. made.Select(payment => $"{payment.Key}: {orders.GetValueOrDefault(payment.Key)}")]);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await host.DisposeAsync();
    }

    private static async Task<(Uri Page, Dictionary<string, string>? Fields)?> Next(Uri page, HttpResponseMessage answer, Random dice)
    {
        if (answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Found or HttpStatusCode.MovedPermanently or HttpStatusCode.TemporaryRedirect)
        {
            var next = new Uri(page, answer.Headers.Location!); // a redirect has one
            return IsOurPage(next) ? null : (next, null);
        }

        var html = await answer.Content.ReadAsStringAsync();
        if (Form().Match(html) is not { Success: true } form)
            return null;
        var fields = Hidden().Matches(form.Groups["inside"].Value).ToDictionary(
            input => WebUtility.HtmlDecode(input.Groups["name"].Value), input => WebUtility.HtmlDecode(input.Groups["value"].Value));
        if (form.Groups["inside"].Value.Contains("name=\"scenario\"", StringComparison.Ordinal))
            fields["scenario"] = Outcomes[dice.Next(Outcomes.Length)];
        return (new Uri(page, WebUtility.HtmlDecode(form.Groups["action"].Value)), fields);
    }

    private static bool IsOurPage(Uri page) => page.AbsolutePath.StartsWith("/games", StringComparison.Ordinal) || page.AbsolutePath.StartsWith("/wallet", StringComparison.Ordinal)
        || page.AbsolutePath.StartsWith("/you", StringComparison.Ordinal) || page.AbsolutePath.StartsWith("/clubs", StringComparison.Ordinal);

    private async Task Control(string what, object wish)
    {
        using var answer = await _browser.PostAsJsonAsync(new Uri(Address, $"/control/{what}"), wish);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("""<form[^>]*action="(?<action>[^"]+)"[^>]*>(?<inside>.*?)</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex Hidden();
}
