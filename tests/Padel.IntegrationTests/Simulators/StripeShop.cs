using System.Net.Http.Headers;
using System.Text.Json;
using Padel.IntegrationTests.Bookings;

namespace Padel.IntegrationTests.Simulators;

/// <summary>A merchant of the simulated Stripe.</summary>
internal sealed class StripeShop(SimulatedShop shop) : IAsyncDisposable
{
    public SimulatedShop Shop { get; } = shop;

    public static async Task<StripeShop> Open() => new(await SimulatedShop.Open());

    public static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await SimulatedShop.Body(answer)).RootElement;

    public Task<HttpResponseMessage> Post(string path, Dictionary<string, string> form, string? key = null, string apiKey = "sk_test_padel") =>
        Post(path, new FormUrlEncodedContent(form), key, apiKey);

    public async Task<HttpResponseMessage> Post(string path, HttpContent body, string? key = null, string apiKey = "sk_test_padel")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/stripe/v1/{path}") { Content = body };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await Shop.Ask(request);
    }

    public async Task<JsonElement> Get(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/stripe/v1/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "sk_test_padel");
        return await Read(await Shop.Ask(request));
    }

    public async Task<JsonElement> Session(string reference) => await Read(await Post("checkout/sessions", SessionForm(reference)));

    /// <summary>The browser's next address after the payer chose.</summary>
    public Task<Uri> Choose(JsonElement session, string scenario) => Shop.Location($"/stripe/c/pay/{session.Text("id")}", new() { ["scenario"] = scenario });

    /// <summary>The page that the payer sees after choosing.</summary>
    public Task<string> Page(JsonElement session, string scenario) => Shop.Choose($"/stripe/c/pay/{session.Text("id")}", scenario);

    /// <returns>The payment intent of a paid session.</returns>
    public async Task<string> Paid(string reference, string scenario = "success")
    {
        var session = await Session(reference);
        await Choose(session, scenario);
        return "pi" + session.Text("id")[2..];
    }

    public Dictionary<string, string> SessionForm(string reference) => new()
    {
        ["mode"] = "payment",
        ["line_items[0][price_data][currency]"] = "pkr",
        ["line_items[0][price_data][unit_amount]"] = "350000",
        ["line_items[0][price_data][product_data][name]"] = "Court booking",
        ["line_items[0][quantity]"] = "1",
        ["success_url"] = Shop.ReturnUrl + "?session={CHECKOUT_SESSION_ID}",
        ["cancel_url"] = Shop.ReturnUrl,
        ["client_reference_id"] = reference,
        ["payment_intent_data[metadata][reference]"] = reference,
    };

    public static Dictionary<string, string> RefundForm(string intent, long amount) => new() { ["payment_intent"] = intent, ["amount"] = $"{amount}" };

    public ValueTask DisposeAsync() => Shop.DisposeAsync();
}

internal static class StripeTexts
{
    public static Dictionary<string, string> With(this Dictionary<string, string> form, string name, string value)
    {
        form[name] = value;
        return form;
    }
}
