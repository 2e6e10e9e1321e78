using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Padel.Platform.Http;

namespace Padel.Platform.Auth;

/// <summary>
/// Reads <c>Authorization: Bearer</c> (or <c>access_token</c> on the live hub, where browsers cannot set headers). All cryptography is
/// Microsoft.IdentityModel's; only RS256 by a key we know, our issuer and our audience pass.
/// </summary>
public sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IIdentityDirectory identity, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? header[Prefix.Length..]
            : Request.Path.StartsWithSegments("/hubs") ? Request.Query["access_token"].ToString()
            : "";
        if (token.Length == 0)
            return AuthenticateResult.NoResult();

        if (Parse(token) is not { Kid.Length: > 0 } parsed)
            return AuthenticateResult.Fail("The token is not valid.");
        var keys = await identity.SigningKeys(parsed.Kid, Context.RequestAborted);
        var result = await Tokens.ValidateTokenAsync(parsed, new TokenValidationParameters
        {
            ValidIssuer = TokenFormat.Issuer,
            ValidAudience = TokenFormat.Audience,
            ValidAlgorithms = [TokenFormat.Algorithm],
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = IsCurrent,
        });
        if (!result.IsValid || Read(result.ClaimsIdentity) is not { } caller)
            return AuthenticateResult.Fail("The token is not valid.");

        Context.Items[typeof(Caller)] = caller;
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(result.ClaimsIdentity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = SchemeName;
        return new Problem(RequestErrors.NotSignedIn).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        new Problem(Context.Items[typeof(StaffAccess)] as Kernel.Error ?? RequestErrors.NotAllowed).ExecuteAsync(Context);

    private bool IsCurrent(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires > now - TokenFormat.ClockSkew && (notBefore is null || notBefore < now + TokenFormat.ClockSkew);
    }

    // Nothing in the token is believed yet: its key id only says which keys to look for.
    private static JsonWebToken? Parse(string token)
    {
        try
        {
            return Tokens.CanReadToken(token) ? Tokens.ReadJsonWebToken(token) : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static Caller? Read(ClaimsIdentity claims)
    {
        if (!Guid.TryParse(claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Value, out var userId)
            || !Guid.TryParse(claims.FindFirst(JwtRegisteredClaimNames.Sid)?.Value, out var sessionId))
            return null;
        return new Caller(userId, sessionId,
            claims.FindFirst(JwtRegisteredClaimNames.Name)?.Value ?? "",
            claims.FindFirst(JwtRegisteredClaimNames.PhoneNumber)?.Value, Flag(claims, JwtRegisteredClaimNames.PhoneNumberVerified),
            claims.FindFirst(JwtRegisteredClaimNames.Email)?.Value, Flag(claims, JwtRegisteredClaimNames.EmailVerified),
            Flag(claims, TokenFormat.SecondFactorClaim));
    }

    private static bool Flag(ClaimsIdentity claims, string name) => bool.TryParse(claims.FindFirst(name)?.Value, out var value) && value;
}
