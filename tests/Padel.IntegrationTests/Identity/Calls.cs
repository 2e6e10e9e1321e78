using System.Net.Http.Json;

namespace Padel.IntegrationTests.Identity;

/// <summary>HTTP calls that stop when the test does.</summary>
internal static class Calls
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> Get(this HttpClient http, string path) => http.GetAsync(path, Stop);

    public static Task<HttpResponseMessage> Post(this HttpClient http, string path, object? body = null) => http.PostAsJsonAsync(path, body, Stop);

    public static Task<HttpResponseMessage> Put(this HttpClient http, string path, object body) => http.PutAsJsonAsync(path, body, Stop);

    public static Task<HttpResponseMessage> Patch(this HttpClient http, string path, object body) => http.PatchAsJsonAsync(path, body, Stop);

    public static async Task<HttpResponseMessage> Delete(this HttpClient http, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path) { Content = body is null ? null : JsonContent.Create(body) };
        return await http.SendAsync(request, Stop);
    }

    public static Task<HttpResponseMessage> Forward(this HttpClient http, HttpRequestMessage request) => http.SendAsync(request, Stop);
}
