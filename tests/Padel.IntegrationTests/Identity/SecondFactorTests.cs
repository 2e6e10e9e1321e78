using System.Net;
using System.Text.Json;
using Dapper;
using Padel.Identity.SecondFactor;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

public sealed class SecondFactorTests(PadelServer server) : IClassFixture<PadelServer>
{
    private const string Password = "left wall volley";

    [Fact]
    public async Task Once_set_up_it_is_asked_at_sign_in_and_the_token_says_so()
    {
        var (phone, secret, _) = await SetUp();
        var challenge = await Challenge(phone);
        using var passed = await Pass(challenge, Code(secret));
        (await passed.Body(HttpStatusCode.Created)).Claims().GetProperty("mfa").GetBoolean().ShouldBeTrue();
        Browser.CookieOf(passed).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_asked_before_the_set_up_is_confirmed()
    {
        var (phone, person) = await Register();
        using var started = await person.Http.Post("/api/v1/me/second-factor");
        var setup = await started.Body(HttpStatusCode.OK);
        setup.GetProperty("otpauthUri").GetString()!.ShouldContain($"secret={setup.GetProperty("secret").GetString()}&issuer=Padel");
        using var wrong = await person.Http.Post("/api/v1/me/second-factor/confirmation", new { otp = "000000" });
        (await wrong.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.bad_otp");
        using var signIn = await SignIn(phone);
        signIn.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_code_counts_once()
    {
        var (phone, secret, _) = await SetUp();
        var otp = Code(secret);
        using var first = await Pass(await Challenge(phone), otp);
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var second = await Pass(await Challenge(phone), otp);
        (await second.Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.bad_otp");
    }

    [Fact]
    public async Task A_challenge_opens_one_session()
    {
        var (phone, secret, _) = await SetUp();
        var challenge = await Challenge(phone);
        (await Pass(challenge, Code(secret))).StatusCode.ShouldBe(HttpStatusCode.Created);
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        using var again = await Pass(challenge, Code(secret));
        (await again.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.challenge_expired");
    }

    [Fact]
    public async Task A_challenge_has_five_tries_and_five_minutes()
    {
        var (phone, secret, _) = await SetUp();
        var challenge = await Challenge(phone);
        for (var tries = 0; tries < 5; tries++)
            (await (await Pass(challenge, "000000")).Problem(HttpStatusCode.UnprocessableEntity)).ShouldBe("identity.bad_otp");
        (await (await Pass(challenge, Code(secret))).Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.challenge_expired");

        var late = await Challenge(phone);
        server.Clock.Advance(TimeSpan.FromMinutes(5));
        (await (await Pass(late, Code(secret))).Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.challenge_expired");
    }

    [Fact]
    public async Task Ten_wrong_codes_lock_however_many_sign_ins_they_are_spread_over()
    {
        var (phone, secret, _) = await SetUp();
        for (var round = 0; round < 2; round++)
        {
            var challenge = await Challenge(phone);
            for (var tries = 0; tries < 5; tries++)
                (await Pass(challenge, "000000")).Dispose();
        }

        using var locked = await Pass(await Challenge(phone), Code(secret));
        (await locked.Problem(HttpStatusCode.TooManyRequests)).ShouldBe("identity.locked");
    }

    [Fact]
    public async Task A_recovery_code_opens_the_door_once()
    {
        var (phone, _, recovery) = await SetUp();
        recovery.Count.ShouldBe(10);
        using var first = await Pass(await Challenge(phone), recovery[3].ToUpperInvariant());
        first.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var second = await Pass(await Challenge(phone), recovery[3]);
        second.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_code_by_sms_asks_for_it_too()
    {
        var (phone, _, _) = await SetUp();
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var code = await server.SendCode(phone);
        using var answer = await server.Anyone.Post("/api/v1/auth/sessions", new { identifier = phone, code });
        (await answer.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.second_factor_needed");
    }

    [Fact]
    public async Task It_is_removed_against_one_more_code_and_the_sessions_lose_it()
    {
        var (phone, secret, _) = await SetUp();
        using var passed = await Pass(await Challenge(phone), Code(secret));
        using var browser = await Browser.Of(server, passed);
        (await browser.Http.Delete("/api/v1/me/second-factor", new { otp = "000000" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        (await browser.Http.Delete("/api/v1/me/second-factor", new { otp = Code(secret) })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await (await browser.Refresh()).Body(HttpStatusCode.OK)).Claims().GetProperty("mfa").GetBoolean().ShouldBeFalse();
        using var signIn = await SignIn(phone);
        signIn.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_secret_is_stored_sealed_and_the_recovery_codes_hashed()
    {
        var (_, secret, recovery) = await SetUp();
        await using var sql = await server.Sql();
        var stored = string.Join('\n', await sql.QueryAsync<string>("select f::text || r::text from identity.second_factors f join identity.recovery_codes r using (user_id)"));
        stored.ShouldNotContain(secret);
        stored.ShouldNotContain(recovery[0]);
    }

    [Fact]
    public async Task Where_it_is_required_an_owner_without_it_is_told_so()
    {
        await using var strict = await PadelServer.Start(new PadelServerOptions { Settings = new Dictionary<string, string?> { ["Staff:RequireSecondFactor"] = "true" } });
        var clubId = Guid.CreateVersion7();
        var owner = await strict.StaffOf(clubId, "owner");
        using (var refused = await owner.Http.Get($"/api/v1/clubs/{clubId}/staff"))
            (await refused.Problem(HttpStatusCode.Forbidden)).ShouldBe("identity.second_factor_required");

        using var started = await owner.Http.Post("/api/v1/me/second-factor");
        var secret = (await started.Body(HttpStatusCode.OK)).GetProperty("secret").GetString()!;
        using var confirmed = await owner.Http.Post("/api/v1/me/second-factor/confirmation", new { otp = Code(secret, strict) });
        using var http = strict.Client((await confirmed.Body(HttpStatusCode.OK)).GetProperty("accessToken").GetString());
        (await http.Get($"/api/v1/clubs/{clubId}/staff")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private string Code(string secret) => Code(secret, server);

    private static string Code(string secret, PadelServer at) => Totp.Code(Base32.Decode(secret), Totp.StepAt(at.Clock.GetUtcNow()));

    private async Task<(string Phone, Person Person)> Register()
    {
        var person = await server.SignUp();
        using var set = await person.Http.Put("/api/v1/me/password", new { password = Password });
        set.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        return (person.Identifier, person);
    }

    private async Task<(string Phone, string Secret, IReadOnlyList<string> Recovery)> SetUp()
    {
        var (phone, person) = await Register();
        using var started = await person.Http.Post("/api/v1/me/second-factor");
        var secret = (await started.Body(HttpStatusCode.OK)).GetProperty("secret").GetString()!;
        using var confirmed = await person.Http.Post("/api/v1/me/second-factor/confirmation", new { otp = Code(secret) });
        var recovery = (await confirmed.Body(HttpStatusCode.OK)).GetProperty("recoveryCodes").Deserialize<string[]>()!;
        server.Clock.Advance(TimeSpan.FromSeconds(30)); // the next code is a new one
        return (phone, secret, recovery);
    }

    private Task<HttpResponseMessage> SignIn(string identifier) => server.Anyone.Post("/api/v1/auth/sessions", new { identifier, password = Password });

    private async Task<string> Challenge(string identifier)
    {
        using var answer = await SignIn(identifier);
        var problem = await answer.Body(HttpStatusCode.Unauthorized);
        problem.GetProperty("code").GetString().ShouldBe("identity.second_factor_needed");
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        return problem.GetProperty("challenge").GetString()!;
    }

    private Task<HttpResponseMessage> Pass(string challenge, string otp) =>
        server.Anyone.Post("/api/v1/auth/sessions/second-factor", new { challenge, otp });
}
