using System.Text.Json;

namespace Padel.IntegrationTests.Bookings;

internal static class AnswerExpectations
{
    /// <summary>The body of an answer with this status.</summary>
    public static async Task<JsonElement> Expect(this HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>A problem with this status and code.</summary>
    public static async Task<JsonElement> Refused(this HttpResponseMessage answer, int status, string code)
    {
        var problem = await answer.Expect(status);
        problem.GetProperty("code").GetString().ShouldBe(code);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        return problem;
    }

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString().ShouldNotBeNull();
}
