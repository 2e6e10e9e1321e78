using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Padel.IntegrationTests.House;

public sealed class ProblemTests(BareHouse house) : IClassFixture<BareHouse>
{
    private const string Valid = """{"name":"Ali","number":1,"at":"2026-12-01T15:00:00Z","day":"2026-12-01","kind":"plain_one"}""";

    [Fact]
    public async Task A_bug_answers_500_and_tells_nothing_of_the_inside()
    {
        var (answer, problem) = await Get("/api/v1/throws");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        Code(problem).ShouldBe("server.error");
        problem.GetRawText().ShouldNotContain("secret");
        problem.GetProperty("traceId").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_outage_of_the_database_answers_503_and_says_when_to_try_again()
    {
        var (answer, problem) = await Get("/api/v1/outage");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Code(problem).ShouldBe("server.unavailable");
        problem.GetProperty("retryable").GetBoolean().ShouldBeTrue();
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_request_that_takes_too_long_answers_503()
    {
        var (answer, problem) = await Get("/api/v1/slow");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        Code(problem).ShouldBe("server.unavailable");
    }

    [Theory]
    [InlineData("/api/v1/nothing-here")]
    [InlineData("/api/v1/things/not-an-id")]
    public async Task What_is_not_there_answers_404(string path)
    {
        var (answer, problem) = await Get(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Code(problem).ShouldBe("request.not_found");
    }

    [Fact]
    public async Task Another_method_answers_405_and_says_which_are_allowed()
    {
        var answer = await house.Client.DeleteAsync("/api/v1/echo", TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldContain("POST");
        Code(await Read(answer)).ShouldBe("request.method_not_allowed");
    }

    [Fact]
    public async Task Another_kind_of_body_answers_415()
    {
        var answer = await Post(Valid, "text/plain");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        Code(await Read(answer)).ShouldBe("request.unsupported_media_type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\u0000")]
    [InlineData("null")]
    [InlineData("""{"name":"Ali","name":"Ali"}""")]
    public async Task A_body_that_is_no_json_answers_400(string body)
    {
        var answer = await Post(body);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Code(await Read(answer)).ShouldBeOneOf("request.malformed", "request.invalid");
    }

    [Theory]
    [InlineData("\"Ali\"", "7", "name")]
    [InlineData("\"Ali\"", "null", "name")]
    [InlineData("\"Ali\"", "\"a\\u0000b\"", "name")]
    [InlineData("\"Ali\"", "\"\\ud800\"", "name")]
    [InlineData("1,", "\"1\",", "number")]
    [InlineData("1,", "1.5,", "number")]
    [InlineData("1,", "99999999999,", "number")]
    [InlineData("2026-12-01T15:00:00Z", "2026-12-01T15:00:00", "at")]
    [InlineData("2026-12-01T15:00:00Z", "0001-01-01T00:00:00Z", "at")]
    [InlineData("2026-12-01T15:00:00Z", "tomorrow", "at")]
    [InlineData("\"2026-12-01\"", "\"2026-02-30\"", "day")]
    [InlineData("plain_one", "third_one", "kind")]
    [InlineData("\"plain_one\"", "0", "kind")]
    [InlineData("\"number\":1,", "", "number")]
    public async Task A_wrong_member_answers_400_and_names_the_field(string right, string wrong, string field)
    {
        Valid.ShouldContain(right);
        var answer = await Post(Valid.Replace(right, wrong, StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var problem = await Read(answer);
        Code(problem).ShouldBe("request.invalid");
        problem.GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue(problem.GetRawText());
    }

    [Fact]
    public async Task Unknown_members_are_ignored_and_instants_come_back_with_z()
    {
        var answer = await Post(Valid.Replace("{", """{"unknown":{"a":1},""", StringComparison.Ordinal).Replace("15:00:00Z", "20:00:00+05:00", StringComparison.Ordinal));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        body.GetProperty("at").GetString().ShouldBe("2026-12-01T15:00:00Z");
        body.GetProperty("kind").GetString().ShouldBe("plain_one");
        body.TryGetProperty("note", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_query_value_that_is_missing_or_wrong_answers_400_and_names_it()
    {
        foreach (var query in new[] { "", "?date=soon" })
        {
            var (answer, problem) = await Get("/api/v1/date" + query);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            problem.GetProperty("errors").TryGetProperty("date", out _).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task A_nul_in_the_address_answers_400()
    {
        var (answer, _) = await Get("/api/v1/date?date=%00");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_body_over_64_kB_answers_413_but_an_upload_may_be_larger()
    {
        var large = new string(' ', 100_000);

        var refused = await Post(large + Valid);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        Code(await Read(refused)).ShouldBe("request.too_large");

        using var content = new StringContent(large);
        var taken = await house.Client.PostAsync("/api/v1/uploads", content, TestContext.Current.CancellationToken);
        taken.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Without_a_token_a_players_route_answers_401()
    {
        var (answer, problem) = await Get("/api/v1/mine");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        Code(problem).ShouldBe("request.not_signed_in");
    }

    private async Task<(HttpResponseMessage Answer, JsonElement Problem)> Get(string path)
    {
        var answer = await house.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (answer, await Read(answer));
    }

    private async Task<HttpResponseMessage> Post(string body, string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        return await house.Client.PostAsync("/api/v1/echo", content, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static string? Code(JsonElement problem) => problem.GetProperty("code").GetString();
}
