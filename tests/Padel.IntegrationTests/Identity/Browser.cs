using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Padel.Identity.Sessions;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

/// <summary>A signed-in browser: keeps the refresh cookie as a test wants it kept, and sends the access token.</summary>
internal sealed class Browser(PadelServer server, HttpClient http, JsonElement tokens, string cookie) : IDisposable
{
    public HttpClient Http { get; } = http;

    public JsonElement Tokens { get; } = tokens;

    /// <summary>The refresh token that is sent next; a test may put an older one back.</summary>
    public string Cookie { get; set; } = cookie;

    public static async Task<Browser> SignIn(PadelServer server, string identifier, string password)
    {
        using var answer = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier, password });
        return await Of(server, answer);
    }

    public static async Task<Browser> SignUp(PadelServer server)
    {
        var identifier = People.NewPhone();
        var code = await server.SendCode(identifier);
        using var answer = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier, code });
        return await Of(server, answer);
    }

    public static async Task<Browser> Of(PadelServer server, HttpResponseMessage answer)
    {
        var tokens = await answer.Body(HttpStatusCode.Created);
        return new Browser(server, server.Client(tokens.GetProperty("accessToken").GetString()), tokens, CookieOf(answer));
    }

    /// <summary>Asks for new tokens with <see cref="Cookie"/>, and keeps the new one.</summary>
    public async Task<HttpResponseMessage> Refresh(string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/sessions/refresh");
        request.Headers.Add("Cookie", $"{TokenDelivery.CookieName}={Cookie}");
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        var answer = await server.Anyone.Forward(request);
        if (answer.IsSuccessStatusCode)
            Cookie = CookieOf(answer);
        return answer;
    }

    public void Use(string accessToken) => Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);

    public static string CookieOf(HttpResponseMessage answer) => SetCookie(answer).Split(';')[0].Split('=', 2)[1];

    public static string SetCookie(HttpResponseMessage answer) =>
        answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(TokenDelivery.CookieName, StringComparison.Ordinal));

    public void Dispose() => Http.Dispose();
}
