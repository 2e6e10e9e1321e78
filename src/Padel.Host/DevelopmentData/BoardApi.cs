using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Padel.Host.DevelopmentData;

/// <summary>The product's own API as a browser would call it, so that what is made up obeys every rule.</summary>
internal sealed class BoardApi(HttpClient http)
{
    public async Task<JsonElement> Get(string path, CancellationToken cancellation) =>
        await http.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), cancellation);

    public async Task<JsonElement> Get(string token, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    public async Task Put(string token, string path, object body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>An access token.</returns>
    public async Task<string> SignIn(Account account, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/auth/sessions", UriKind.Relative),
            new { identifier = account.Identifier, password = account.Password }, cancellation);
        return await TokenOf(answer, cancellation);
    }

    /// <summary>Somebody who has not proved the phone yet: what they book is held until they do.</summary>
    /// <returns>An access token.</returns>
    public async Task<string> Register(string name, string phone, CancellationToken cancellation)
    {
        var options = await Get("/api/v1/auth/options", cancellation);
        using var answer = await http.PostAsJsonAsync(new Uri("/api/v1/auth/registrations", UriKind.Relative),
            new { name, phone, consent = options.GetProperty("consentVersion") }, cancellation);
        return await TokenOf(answer, cancellation);
    }

    /// <returns>The new thing, or null where a rule or somebody else stood in the way. <c>Replayed</c>: it was there already.</returns>
    public async Task<(JsonElement? Body, bool Replayed)> Post(string token, string path, object body, string key, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body, body.GetType()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await http.SendAsync(request, cancellation);
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity)
            return (null, false);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation), answer.Headers.Contains("Idempotency-Replayed"));
    }

    private static async Task<string> TokenOf(HttpResponseMessage answer, CancellationToken cancellation)
    {
        answer.EnsureSuccessStatusCode();
        var tokens = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return tokens.GetProperty("accessToken").GetString()!; // API.md: always there
    }
}
