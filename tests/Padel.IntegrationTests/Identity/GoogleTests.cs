using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Identity;

/// <summary>Against an issuer on loopback that signs as Google does.</summary>
public sealed class GoogleTests : IAsyncLifetime
{
    private const string ClientId = "padel-web.apps.example";
    private const string Issuer = "https://accounts.google.com";

    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication _issuer = null!; // started before each test
    private PadelServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _issuer = builder.Build();
        var key = _rsa.ExportParameters(includePrivateParameters: false);
        _issuer.MapGet("/certs", () => Results.Json(new
        {
            keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "g1", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } },
        }));
        await _issuer.StartAsync();
        _server = await PadelServer.Start(new PadelServerOptions
        {
            Settings = new Dictionary<string, string?> { ["Identity:Google:ClientId"] = ClientId, ["Identity:Google:JwksAddress"] = $"{_issuer.Urls.First()}/certs" },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _issuer.DisposeAsync();
        _rsa.Dispose();
    }

    [Fact]
    public async Task A_first_sign_in_makes_an_account_and_a_second_finds_it()
    {
        using var first = await SignIn(Token());
        var tokens = await first.Body(HttpStatusCode.Created);
        tokens.Claims().GetProperty("email").GetString().ShouldBe("ali@gmail.com");
        tokens.Claims().GetProperty("email_verified").GetBoolean().ShouldBeTrue();
        tokens.Claims().GetProperty("name").GetString().ShouldBe("Ali Khan");

        using var second = await SignIn(Token());
        (await second.Body(HttpStatusCode.Created)).GetProperty("userId").GetGuid().ShouldBe(tokens.GetProperty("userId").GetGuid());
    }

    [Fact]
    public async Task An_account_that_has_proved_the_email_is_the_same_person()
    {
        var person = await _server.SignUp("ali@gmail.com");
        using var answer = await SignIn(Token());
        (await answer.Body(HttpStatusCode.Created)).GetProperty("userId").GetGuid().ShouldBe(person.UserId);
    }

    [Fact]
    public async Task An_account_that_only_claims_the_email_is_not()
    {
        using var squatter = await _server.Anyone.Post("/api/v1/auth/registrations",
            new { name = "Squatter", email = "ali@gmail.com", password = "left wall volley", consent = true });
        using var answer = await SignIn(Token());
        (await answer.Body(HttpStatusCode.Created)).GetProperty("userId").GetGuid()
            .ShouldNotBe((await squatter.Body(HttpStatusCode.Created)).GetProperty("userId").GetGuid());
    }

    [Fact]
    public async Task Tokens_for_others_by_others_out_of_date_or_without_a_proved_email_are_refused()
    {
        using var other = RSA.Create(2048);
        var forged = new SigningCredentials(new RsaSecurityKey(other) { KeyId = "g1" }, SecurityAlgorithms.RsaSha256);
        foreach (var token in new[]
        {
            Token(change: t => t.Audience = "another-app"),
            Token(change: t => t.Issuer = "https://evil.example"),
            Token(change: t => t.Expires = t.IssuedAt!.Value.AddMinutes(-10)),
            Token(change: t => t.SigningCredentials = forged),
            Token(change: t => t.Claims!["email_verified"] = false),
            Token(change: t => t.Claims!.Remove("email")),
            "nonsense",
            "a.b.c",
        })
        {
            using var answer = await SignIn(token);
            (await answer.Problem(HttpStatusCode.Unauthorized)).ShouldBe("identity.bad_credentials");
        }
    }

    [Fact]
    public async Task Google_out_of_reach_is_said_so()
    {
        await _issuer.StopAsync(TestContext.Current.CancellationToken);
        using var answer = await SignIn(Token());
        (await answer.Problem(HttpStatusCode.ServiceUnavailable)).ShouldBe("identity.google_unavailable");
    }

    [Fact]
    public async Task Without_a_client_id_it_is_not_there()
    {
        await using var plain = await PadelServer.Start();
        using var answer = await plain.Anyone.Post("/api/v1/auth/sessions/google", new { credential = Token() });
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var options = await plain.Anyone.Get("/api/v1/auth/options");
        (await options.Body(HttpStatusCode.OK)).TryGetProperty("googleClientId", out _).ShouldBeFalse();
        using var here = await _server.Anyone.Get("/api/v1/auth/options");
        (await here.Body(HttpStatusCode.OK)).GetProperty("googleClientId").GetString().ShouldBe(ClientId);
    }

    private string Token(Action<SecurityTokenDescriptor>? change = null)
    {
        var now = _server.Clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = ClientId,
            IssuedAt = now,
            Expires = now.AddHours(1),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_rsa) { KeyId = "g1" }, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["sub"] = "1084", ["email"] = "Ali@gmail.com", ["email_verified"] = true, ["name"] = "Ali Khan" },
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    private Task<HttpResponseMessage> SignIn(string credential) => _server.Anyone.Post("/api/v1/auth/sessions/google", new { credential });
}
