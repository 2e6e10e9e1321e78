using System.Net.Http.Json;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

internal static class PersonRequests
{
    public static async Task<HttpResponseMessage> Post(this Person who, string path, object body, string? key = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await who.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static Task<HttpResponseMessage> Get(this Person who, string path) => who.Http.GetAsync(path, TestContext.Current.CancellationToken);

    public static Task<HttpResponseMessage> Delete(this Person who, string path) => who.Http.DeleteAsync(path, TestContext.Current.CancellationToken);
}
