using System.Net.Http.Json;
using System.Text.Json;

namespace Padel.Benchmarks;

/// <summary>Players with verified phones, signed up the ordinary way.</summary>
internal static class BenchPeople
{
    private const int AtOnce = 8;

    /// <returns>Access tokens, good for ten minutes.</returns>
    public static async Task<string[]> SignUp(Uri address, int people, int firstNumber = 0)
    {
        using var http = new HttpClient { BaseAddress = address };
        var tokens = new string[people];
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (n, cancellation) =>
        {
            var identifier = $"+92333{firstNumber + n:D7}";
            await http.PostAsJsonAsync("/api/v1/auth/codes", new { identifier }, cancellation);
            var outbox = await http.GetFromJsonAsync<JsonElement>($"/dev/outbox?to={Uri.EscapeDataString(identifier)}&wait=10", cancellation);
            var code = outbox.GetProperty("items")[0].GetProperty("code").GetString();
            using var answer = await http.PostAsJsonAsync("/api/v1/auth/sessions", new { identifier, code }, cancellation);
            answer.EnsureSuccessStatusCode();
            var session = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
            tokens[n] = session.GetProperty("accessToken").GetString() ?? throw new InvalidOperationException("No token.");
        });
        return tokens;
    }
}
