using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Padel.Identity.Keys;
using Padel.IntegrationTests.Fixture;
using Padel.Platform.Auth;

namespace Padel.IntegrationTests.Identity;

public sealed class TokenTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private SigningKey _key = null!; // set before each test

    public async ValueTask InitializeAsync() =>
        _key = await server.Services.GetRequiredService<KeyRing>().Current(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_token_says_who_and_what_is_proved_but_no_role()
    {
        var person = await server.SignUp();
        var claims = Answers.Part(person.AccessToken, 1);
        claims.EnumerateObject().Select(claim => claim.Name).Order().ShouldBe(
            ["aud", "exp", "iat", "iss", "mfa", "name", "nbf", "phone_number", "phone_number_verified", "sid", "sub"]);
        claims.GetProperty("sub").GetGuid().ShouldBe(person.UserId);
        claims.GetProperty("mfa").GetBoolean().ShouldBeFalse();
        (claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64()).ShouldBe(600);
        Answers.Part(person.AccessToken, 0).GetProperty("alg").GetString().ShouldBe("RS256");
    }

    [Fact]
    public async Task Without_a_token_there_is_no_account()
    {
        using var answer = await server.Anyone.Get("/api/v1/me");
        (await answer.Problem(HttpStatusCode.Unauthorized)).ShouldBe("request.not_signed_in");
    }

    [Fact]
    public async Task A_token_expires_after_ten_minutes_and_thirty_seconds_of_skew()
    {
        var person = await server.SignUp();
        server.Clock.Advance(TimeSpan.FromSeconds(629));
        (await StatusOf(person.AccessToken)).ShouldBe(HttpStatusCode.OK);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await StatusOf(person.AccessToken)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_same_token_made_by_us_passes_so_that_the_forgeries_fail_for_their_own_reason() =>
        (await StatusOf(await Forge(_ => { }))).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        (await StatusOf(await Forge(token => token.Audience = "another-api"))).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        (await StatusOf(await Forge(token => token.Issuer = "https://evil.example"))).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_without_an_end_is_refused() =>
        (await StatusOf(await Forge(token => token.Expires = null))).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_signed_by_another_key_is_refused_whatever_key_it_names()
    {
        using var rsa = RSA.Create(2048);
        var ours = _key.Public.KeyId;
        foreach (var keyId in new[] { ours, "another", null })
        {
            var key = new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256);
            (await StatusOf(await Forge(token => token.SigningCredentials = key))).ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task A_token_with_our_public_key_as_a_shared_secret_is_refused()
    {
        var parameters = _key.Public.Parameters;
        using var rsa = RSA.Create(parameters);
        var pem = Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem());
        var key = new SigningCredentials(new SymmetricSecurityKey(pem) { KeyId = _key.Public.KeyId }, SecurityAlgorithms.HmacSha256);
        (await StatusOf(await Forge(token => token.SigningCredentials = key))).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    public async Task A_token_that_says_it_needs_no_signature_is_refused(string algorithm)
    {
        var parts = (await Forge(_ => { })).Split('.');
        var header = Base64UrlEncoder.Encode(JsonSerializer.Serialize(new { alg = algorithm, typ = "JWT", kid = _key.Public.KeyId }));
        (await StatusOf($"{header}.{parts[1]}.")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusOf($"{header}.{parts[1]}.{parts[2]}")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_with_one_changed_claim_is_refused()
    {
        var parts = (await Forge(_ => { })).Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"mfa\":false", "\"mfa\":true", StringComparison.Ordinal);
        (await StatusOf($"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiJ9.e30.")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6Iicgb3IgMT0xIC0tIn0.e30.AAAA")]
    public async Task Nonsense_is_refused_without_a_server_error(string token) => (await StatusOf(token)).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_public_keys_are_published_without_the_private_half()
    {
        using var answer = await server.Anyone.Get("/.well-known/jwks.json");
        var key = (await answer.Body(HttpStatusCode.OK)).GetProperty("keys").EnumerateArray().First();
        key.EnumerateObject().Select(member => member.Name).Order().ShouldBe(["alg", "e", "kid", "kty", "n", "use"]);
        key.GetProperty("kid").GetString().ShouldBe(_key.Public.KeyId);
    }

    private async Task<string> Forge(Action<SecurityTokenDescriptor> change)
    {
        var person = await server.SignUp();
        var now = server.Clock.GetUtcNow().UtcDateTime;
        var token = new SecurityTokenDescriptor
        {
            Issuer = TokenFormat.Issuer,
            Audience = TokenFormat.Audience,
            IssuedAt = now,
            Expires = now.AddMinutes(10),
            SigningCredentials = _key.Signing,
            Claims = new Dictionary<string, object> { ["sub"] = person.UserId.ToString(), ["sid"] = Guid.CreateVersion7().ToString(), ["mfa"] = false },
        };
        change(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    private async Task<HttpStatusCode> StatusOf(string token)
    {
        using var http = server.Client(token);
        using var answer = await http.Get("/api/v1/me");
        return answer.StatusCode;
    }
}
