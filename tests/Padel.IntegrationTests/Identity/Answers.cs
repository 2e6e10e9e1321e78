using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

/// <summary>Reads what Identity answers.</summary>
internal static class Answers
{
    public static async Task<JsonElement> Body(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(expected, text);
        return JsonDocument.Parse(text.Length == 0 ? "{}" : text).RootElement.Clone();
    }

    /// <returns>The problem's code.</returns>
    public static async Task<string> Problem(this HttpResponseMessage answer, HttpStatusCode expected) =>
        (await answer.Body(expected)).GetProperty("code").GetString()!; // every problem has one

    public static Task<JsonElement> Me(this Person person) => person.Http.GetFromJsonAsync<JsonElement>("/api/v1/me");

    /// <summary>What the access token in the answer says.</summary>
    public static JsonElement Claims(this JsonElement tokens) => Part(tokens.GetProperty("accessToken").GetString()!, 1); // API.md: always there

    public static JsonElement Part(string token, int index) =>
        JsonDocument.Parse(Base64UrlEncoder.Decode(token.Split('.')[index])).RootElement.Clone();
}
