using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>
/// A phone or a desk on a bad connection: when no answer comes, it asks again with the same key, as the product's own app does, and gives up
/// after a while.
/// </summary>
internal sealed class ChaosClient(Uri address, ChaosTokens tokens, ChaosCounts counts) : IDisposable
{
    private const int Tries = 12;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) })
    {
        BaseAddress = address, Timeout = AnswerWithin,
    };
    private ChaosTokens _tokens = tokens;

    public Task<JsonElement?> Get(string path) => Send(HttpMethod.Get, path, null, null);

    public Task<JsonElement?> Put(string path, object body) => Send(HttpMethod.Put, path, body, null);

    /// <returns>What came back with a success; null when it was refused or never answered.</returns>
    public Task<JsonElement?> Post(string path, object? body, string? key = null) => Send(HttpMethod.Post, path, body ?? new { }, key ?? Guid.CreateVersion7().ToString());

    public void Dispose() => _http.Dispose();

    private async Task<JsonElement?> Send(HttpMethod method, string path, object? body, string? key)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType()) };
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.Access);
                if (key is not null)
                    request.Headers.Add("Idempotency-Key", key);
                using var answer = await _http.SendAsync(request);
                var text = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.Unauthorized && await Refresh())
                    continue;
                if (answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests)
                    throw new HttpRequestException("busy");
                counts.Answered(method, path, answer.StatusCode, text);
                return answer.IsSuccessStatusCode && text.Length > 0 ? JsonDocument.Parse(text).RootElement : null;
            }
            catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
            {
                counts.Lost(); // killed, restarting, or too slow: nobody knows what became of it
                await Task.Delay(Patience);
            }
        }

        return null;
    }

    // Tokens last ten minutes; two requests at once may both ask, and get the same successor.
    private async Task<bool> Refresh()
    {
        using var answer = await _http.PostAsJsonAsync("/api/v1/auth/sessions/refresh", new { refreshToken = _tokens.Refresh });
        if (!answer.IsSuccessStatusCode)
            return false;
        _tokens = ChaosTokens.Of(await answer.Content.ReadFromJsonAsync<JsonElement>());
        return true;
    }
}

/// <summary>What a sign-in gave.</summary>
internal sealed record ChaosTokens(string Access, string Refresh)
{
    public static ChaosTokens Of(JsonElement answer) => new(answer.GetProperty("accessToken").GetString()!, answer.GetProperty("refreshToken").GetString()!); // API.md: always there
}
