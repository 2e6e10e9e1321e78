using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Padel.Simulators;

namespace Padel.IntegrationTests.Simulators;

/// <summary>A merchant of the simulators: the simulators themselves, a browser, and the address where notifications arrive.</summary>
internal sealed partial class SimulatedShop : IAsyncDisposable
{
    private readonly SimulatorHost _host;
    private readonly WebApplication _shop;

    private SimulatedShop(SimulatorHost host, WebApplication shop)
    {
        (_host, _shop) = (host, shop);
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
    }

    public HttpClient Http { get; }

    public ConcurrentQueue<Heard> Notifications { get; } = new();

    /// <summary>What the shop answers to a notification: status and body.</summary>
    public Func<Heard, (int Status, string Body)> Answer { get; set; } = _ => (200, "");

    public string ReturnUrl => $"{_shop.Urls.First()}/gateways/club/returns";

    public string NotificationUrl => $"{_shop.Urls.First()}/gateways/club/notifications";

    public static async Task<SimulatedShop> Open(SimulatorOptions? options = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var web = builder.Build();
        SimulatedShop? shop = null;
        web.Map("/gateways/club/notifications", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            var heard = new Heard(await reader.ReadToEndAsync(), http.Request.QueryString.Value ?? "", http.Request.Headers["Stripe-Signature"].ToString());
            shop!.Notifications.Enqueue(heard);
            var (status, body) = shop.Answer(heard);
            return Microsoft.AspNetCore.Http.Results.Text(body, statusCode: status);
        });
        await web.StartAsync();
        shop = new SimulatedShop(await SimulatorHost.Start(options ?? SimulatorOptions.Quick()), web);
        return shop;
    }

    public async Task Control(string what, object message) => (await Http.PostAsJsonAsync($"/control/{what}", message)).EnsureSuccessStatusCode();

    /// <summary>Waits until nothing is left to happen.</summary>
    public async Task Settle() => (await Http.PostAsync("/control/settle", null)).EnsureSuccessStatusCode();

    /// <summary>Waits until an order has come so far.</summary>
    public async Task Until(string reference, string status)
    {
        for (var tries = 0; tries < 500; tries++)
        {
            if ((await State(reference)).GetProperty("orders").EnumerateArray().Any(order => order.GetProperty("status").GetString() == status))
                return;
            await Task.Delay(20);
        }

        throw new TimeoutException($"{reference} never was {status}.");
    }

    public async Task<JsonElement> State(string reference) => await Http.GetFromJsonAsync<JsonElement>($"/control/state?reference={reference}");

    /// <summary>A call from server to server.</summary>
    public async Task<HttpResponseMessage> Send(string path, object json) => await Http.PostAsJsonAsync(path, json);

    public async Task<HttpResponseMessage> Ask(HttpRequestMessage request) => await Http.SendAsync(request);

    /// <summary>Where a form leads the browser next.</summary>
    public async Task<Uri> Location(string path, Dictionary<string, string> fields) =>
        (await Http.PostAsync(path, new FormUrlEncodedContent(fields))).Headers.Location!;

    public async Task<string> Text(string path) => await Http.GetStringAsync(path);

    public static async Task<string> Body(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();

    public async Task<string> Submit(string path, IReadOnlyDictionary<string, string> fields) =>
        await (await Http.PostAsync(path, new FormUrlEncodedContent(fields))).Content.ReadAsStringAsync();

    public Task<string> Choose(string path, string scenario) => Submit(path, new Dictionary<string, string> { ["scenario"] = scenario });

    /// <summary>The form a page sends back by itself: empty when it holds none.</summary>
    public static Dictionary<string, string> HiddenFields(string html) =>
        Hidden().Matches(html).ToDictionary(match => System.Net.WebUtility.HtmlDecode(match.Groups[1].Value), match => System.Net.WebUtility.HtmlDecode(match.Groups[2].Value));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.DisposeAsync();
        await _shop.DisposeAsync();
    }

    [GeneratedRegex("type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

internal sealed record Heard(string Body, string Query, string Signature)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>When Stripe says that it signed this.</summary>
    public long SignedAt => long.Parse(Signature.Split(',')[0][2..], System.Globalization.CultureInfo.InvariantCulture);
}
