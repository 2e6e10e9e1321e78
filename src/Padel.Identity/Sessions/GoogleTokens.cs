using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Padel.Identity.Accounts;
using Padel.Kernel;
using Padel.Platform.Auth;

namespace Padel.Identity.Sessions;

/// <summary>A person as Google knows them; the email is one that Google has proved.</summary>
internal sealed record GooglePerson(string Subject, Contact Email, string Name);

/// <summary>Checks ID tokens of Google (OpenID Connect Core 3.1.3.7): signature, issuer, audience, time, proved email.</summary>
internal sealed class GoogleTokens : IDisposable
{
    public const string ClientName = "google";
    public const int MaxLength = 8_000;
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);
    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    private readonly IHttpClientFactory _clients;
    private readonly GoogleOptions _options;
    private readonly TimeProvider _clock;
    private readonly KeyCache<IList<SecurityKey>> _keys;

    public GoogleTokens(IHttpClientFactory clients, IOptions<IdentityOptions> options, TimeProvider clock)
    {
        (_clients, _options, _clock) = (clients, options.Value.Google, clock);
        _keys = new(Load, (keys, keyId) => keys.Any(key => key.KeyId == keyId), clock);
    }

    public async Task<Result<GooglePerson>> Check(string credential, CancellationToken cancellation)
    {
        if (KeyIdOf(credential) is not { } keyId)
            return IdentityErrors.BadCredentials;
        IList<SecurityKey> keys;
        try
        {
            keys = await _keys.Get(keyId, cancellation);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            return IdentityErrors.GoogleUnavailable;
        }

        var result = await Tokens.ValidateTokenAsync(credential, new TokenValidationParameters
        {
            ValidIssuers = _options.Issuers,
            ValidAudience = _options.ClientId,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            IssuerSigningKeys = keys,
            TryAllIssuerSigningKeys = false,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
        });
        return result.IsValid && Read(result.ClaimsIdentity) is { } person ? person : IdentityErrors.BadCredentials;
    }

    public void Dispose() => _keys.Dispose();

    private async Task<IList<SecurityKey>> Load(CancellationToken cancellation)
    {
        using var client = _clients.CreateClient(ClientName);
        return JsonWebKeySet.Create(await client.GetStringAsync(_options.JwksAddress, cancellation)).GetSigningKeys();
    }

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return expires > now - ClockSkew && (notBefore is null || notBefore < now + ClockSkew);
    }

    private static GooglePerson? Read(System.Security.Claims.ClaimsIdentity claims)
    {
        var proved = bool.TryParse(claims.FindFirst(JwtRegisteredClaimNames.EmailVerified)?.Value, out var flag) && flag;
        if (!proved || claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is not { Length: > 0 } subject
            || !EmailAddress.TryParse(claims.FindFirst(JwtRegisteredClaimNames.Email)?.Value, out var email))
            return null;
        var named = PersonName.TryRead(claims.FindFirst(JwtRegisteredClaimNames.Name)?.Value, out var name);
        return new GooglePerson(subject, Contact.Of(email), named ? name : "");
    }

    private static string? KeyIdOf(string credential)
    {
        try
        {
            return Tokens.CanReadToken(credential) ? Tokens.ReadJsonWebToken(credential).Kid : null;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
