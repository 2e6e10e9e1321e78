using System.Net;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class CodeTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_code_answer_is_the_same_for_known_and_unknown()
    {
        var known = (await server.SignUp()).Identifier;
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        using var ofKnown = await RequestCode(known);
        using var ofUnknown = await RequestCode(People.NewPhone());

        (await ofKnown.Body(HttpStatusCode.Accepted)).ToString().ShouldBe((await ofUnknown.Body(HttpStatusCode.Accepted)).ToString());
        Headers(ofKnown).ShouldBe(Headers(ofUnknown));
    }

    [Fact]
    public async Task A_code_request_for_neither_phone_nor_email_is_invalid()
    {
        foreach (var identifier in new[] { "", "hello", "<script>", "' or 1=1 --", new string('9', 5000), null })
        {
            using var answer = await RequestCode(identifier);
            (await answer.Problem(HttpStatusCode.BadRequest)).ShouldBe("request.invalid");
        }
    }

    [Fact]
    public async Task Five_wrong_tries_spoil_a_code()
    {
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        for (var tries = 0; tries < 5; tries++)
        {
            using var wrong = await SignIn(phone, Wrong(code));
            (await wrong.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.bad_credentials");
        }

        using var right = await SignIn(phone, code);
        (await right.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.bad_credentials");
    }

    [Fact]
    public async Task Twenty_parallel_guesses_are_five_tries()
    {
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SignIn(phone, Wrong(code))));

        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select tries from identity.codes where contact = @phone", new { phone })).ShouldBe(5);
    }

    [Fact]
    public async Task A_fourth_wrong_try_still_leaves_one()
    {
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        for (var tries = 0; tries < 4; tries++)
            (await SignIn(phone, Wrong(code))).Dispose();
        using var right = await SignIn(phone, code);
        right.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData(599, HttpStatusCode.Created)]
    [InlineData(600, HttpStatusCode.Unauthorized)]
    public async Task A_code_is_good_for_ten_minutes(int seconds, HttpStatusCode expected)
    {
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        using var answer = await SignIn(phone, code);
        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_code_signs_in_once_also_of_ten_at_the_same_time()
    {
        var phone = People.NewPhone();
        var code = await server.SendCode(phone);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SignIn(phone, code)));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Created).ShouldBe(1);
    }

    [Fact]
    public async Task A_code_is_sent_again_after_sixty_seconds_and_the_older_one_is_void()
    {
        var phone = People.NewPhone();
        var first = await server.SendCode(phone);
        server.Clock.Advance(TimeSpan.FromSeconds(59));
        using (var tooSoon = await RequestCode(phone))
            (await tooSoon.Body(HttpStatusCode.Accepted)).GetProperty("resendAfterSeconds").GetInt32().ShouldBe(1);
        await server.EventsSettled();
        (await server.Outbox(phone)).Count.ShouldBe(1);

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await server.SendCode(phone);
        (await server.Outbox(phone)).Count.ShouldBe(2);
        if (first != second)
        {
            using var old = await SignIn(phone, first);
            old.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var newer = await SignIn(phone, second);
        newer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Five_codes_an_hour_go_to_one_contact_whoever_asks()
    {
        var phone = People.NewPhone();
        for (var asked = 0; asked < 8; asked++)
        {
            using var answer = await RequestCode(phone);
            answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
            server.Clock.Advance(TimeSpan.FromSeconds(61));
        }

        await server.EventsSettled();
        (await server.Outbox(phone)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Ten_parallel_requests_send_one_code()
    {
        var phone = People.NewPhone();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RequestCode(phone)));
        await server.EventsSettled();
        (await server.Outbox(phone)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_database_and_the_events_hold_no_code_in_the_clear()
    {
        var email = $"{Guid.CreateVersion7():N}@example.com";
        var code = await server.SendCode(email);
        await using var sql = await server.Sql();
        var stored = await sql.QuerySingleAsync<string>(
            "select (select c::text from identity.codes c where contact = @email) || (select data::text from identity.outbox where data->>'to' = @email)", new { email });
        stored.ShouldNotContain($"\"{code}\"");
        (await sql.QuerySingleAsync<int>("select length(hash) from identity.codes where contact = @email", new { email })).ShouldBe(32);
    }

    private Task<HttpResponseMessage> RequestCode(string? identifier) => server.Anyone.Post("/api/v1/auth/codes", new { identifier });

    private Task<HttpResponseMessage> SignIn(string identifier, string code) =>
        server.Anyone.Post("/api/v1/auth/sessions", new { identifier, code });

    private static string Wrong(string code) => code == "000000" ? "000001" : "000000";

    private static string[] Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(',', header.Value)}")];
}
