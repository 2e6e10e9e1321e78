using System.Net;
using System.Net.Http.Json;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class RefreshTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_browser_gets_the_refresh_token_in_a_cookie_scripts_cannot_read()
    {
        var identifier = People.NewPhone();
        var code = await server.SendCode(identifier);
        using var answer = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier, code });

        var cookie = Browser.SetCookie(answer).ToLowerInvariant();
        cookie.ShouldContain("; httponly");
        cookie.ShouldContain("; samesite=strict");
        cookie.ShouldContain("; path=/api/v1/auth");
        cookie.ShouldNotContain("; secure"); // http on loopback
        (await answer.Body(HttpStatusCode.Created)).TryGetProperty("refreshToken", out _).ShouldBeFalse();
        answer.Headers.CacheControl?.NoStore.ShouldBe(true);
    }

    [Fact]
    public async Task The_cookie_is_secure_on_every_host_but_loopback()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/registrations")
        {
            Content = JsonContent.Create(new { name = "Ali", phone = People.NewPhone(), consent = true }),
            Headers = { Host = "padel.example" },
        };
        using var answer = await server.Anyone.Forward(request);
        Browser.SetCookie(answer).ToLowerInvariant().ShouldContain("; secure");
    }

    [Fact]
    public async Task A_refresh_gives_new_tokens_and_the_old_access_token_lives_out_its_minutes()
    {
        using var browser = await Browser.SignUp(server);
        var before = browser.Cookie;
        server.Clock.Advance(TimeSpan.FromMinutes(11));
        (await browser.Http.Get("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        using var answer = await browser.Refresh();
        browser.Use((await answer.Body(HttpStatusCode.OK)).GetProperty("accessToken").GetString()!);
        browser.Cookie.ShouldNotBe(before);
        (await browser.Http.Get("/api/v1/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ten_tabs_that_refresh_at_once_get_the_same_successor()
    {
        for (var round = 0; round < 10; round++)
        {
            using var browser = await Browser.SignUp(server);
            var token = browser.Cookie;
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => RefreshInBody(token)));
            var successors = new HashSet<string>();
            foreach (var answer in answers)
                successors.Add((await answer.Body(HttpStatusCode.OK)).GetProperty("refreshToken").GetString()!);
            successors.Count.ShouldBe(1);
        }
    }

    [Theory]
    [InlineData(60, HttpStatusCode.OK)]
    [InlineData(61, HttpStatusCode.Unauthorized)]
    public async Task The_previous_token_is_good_for_sixty_seconds_and_then_ends_the_session(int seconds, HttpStatusCode expected)
    {
        using var browser = await Browser.SignUp(server);
        var previous = browser.Cookie;
        (await browser.Refresh()).StatusCode.ShouldBe(HttpStatusCode.OK);
        var current = browser.Cookie;

        server.Clock.Advance(TimeSpan.FromSeconds(seconds));
        browser.Cookie = previous;
        (await browser.Refresh()).StatusCode.ShouldBe(expected);
        browser.Cookie = current;
        (await browser.Refresh()).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_client_without_cookies_gets_and_sends_the_token_in_the_body()
    {
        var identifier = People.NewPhone();
        var code = await server.SendCode(identifier);
        using var signIn = await server.Anyone.Post("/api/v1/auth/sessions?tokens=body", new { identifier, code });
        signIn.Headers.Contains("Set-Cookie").ShouldBeFalse();
        var first = (await signIn.Body(HttpStatusCode.Created)).GetProperty("refreshToken").GetString();

        using var refresh = await RefreshInBody(first);
        refresh.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await refresh.Body(HttpStatusCode.OK)).GetProperty("refreshToken").GetString().ShouldNotBe(first);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("' or 1=1 --")]
    public async Task A_token_of_nobody_is_refused(string? token)
    {
        using var answer = await RefreshInBody(token);
        (await answer.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.session_ended");
    }

    [Fact]
    public async Task Another_site_cannot_refresh_with_the_cookie()
    {
        using var browser = await Browser.SignUp(server);
        (await (await browser.Refresh("https://evil.example")).Problem(HttpStatusCode.Forbidden)).ShouldBe("identity.cross_origin");
        (await (await browser.Refresh("null")).Problem(HttpStatusCode.Forbidden)).ShouldBe("identity.cross_origin");
        (await browser.Refresh(server.Address.GetLeftPart(UriPartial.Authority))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_refresh_token_at_once()
    {
        using var browser = await Browser.SignUp(server);
        using var signOut = await browser.Http.Delete("/api/v1/auth/sessions/current");
        signOut.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Browser.SetCookie(signOut).ShouldContain("expires=Thu, 01 Jan 1970");
        (await browser.Refresh()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_person_sees_their_sessions_and_ends_one()
    {
        var person = await server.SignUp();
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = await server.SendCode(person.Identifier);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/sessions?tokens=body")
        {
            Content = JsonContent.Create(new { identifier = person.Identifier, code }),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36");
        using var answer = await server.Anyone.Forward(request);
        var phone = await answer.Body(HttpStatusCode.Created);

        var sessions = (await (await person.Http.Get("/api/v1/me/sessions")).Body(HttpStatusCode.OK)).GetProperty("items").EnumerateArray().ToList();
        sessions.Count.ShouldBe(2);
        sessions[0].GetProperty("device").GetString().ShouldBe("Chrome on Android");
        sessions.Single(session => session.GetProperty("current").GetBoolean()).GetProperty("device").GetString().ShouldBe("Unknown device");

        var id = sessions[0].GetProperty("sessionId").GetGuid();
        var other = await server.SignUp();
        (await other.Http.Delete($"/api/v1/me/sessions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.Http.Delete($"/api/v1/me/sessions/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var refresh = await RefreshInBody(phone.GetProperty("refreshToken").GetString());
        refresh.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_session_nobody_uses_ends_after_thirty_days()
    {
        using var used = await Browser.SignUp(server);
        server.Clock.Advance(TimeSpan.FromDays(29));
        (await used.Refresh()).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromDays(30));
        (await used.Refresh()).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_database_holds_no_refresh_token_in_the_clear()
    {
        using var browser = await Browser.SignUp(server);
        var first = browser.Cookie;
        await browser.Refresh();
        await using var sql = await server.Sql();
        var rows = string.Join('\n', await sql.QueryAsync<string>("select t::text from identity.refresh_tokens t"));
        rows.ShouldNotContain(first);
        rows.ShouldNotContain(browser.Cookie);
    }

    private Task<HttpResponseMessage> RefreshInBody(string? refreshToken) =>
        server.Anyone.Post("/api/v1/auth/sessions/refresh?tokens=body", new { refreshToken });
}
