using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Padel.Identity.Accounts;
using Padel.Identity.Keys;
using Padel.Platform.Auth;

namespace Padel.Identity.Sessions;

/// <summary>Signs access tokens: who the person is, what they have proved, for ten minutes. Roles are not in them.</summary>
internal sealed class TokenIssuer(KeyRing keys, TimeProvider clock)
{
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    public static int LifetimeSeconds => (int)TokenFormat.Lifetime.TotalSeconds;

    public async Task<string> Issue(User user, Guid sessionId, bool secondFactor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var key = await keys.Current(cancellation);
        return Tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TokenFormat.Issuer,
            Audience = TokenFormat.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + TokenFormat.Lifetime,
            SigningCredentials = key.Signing,
            Claims = Claims(user, sessionId, secondFactor),
        });
    }

    private static Dictionary<string, object> Claims(User user, Guid sessionId, bool secondFactor)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = user.UserId.ToString(),
            [JwtRegisteredClaimNames.Sid] = sessionId.ToString(),
            [JwtRegisteredClaimNames.Name] = user.Name,
            [TokenFormat.SecondFactorClaim] = secondFactor,
        };
        if (user.Phone is not null)
        {
            claims[JwtRegisteredClaimNames.PhoneNumber] = user.Phone;
            claims[JwtRegisteredClaimNames.PhoneNumberVerified] = user.PhoneVerified;
        }

        if (user.Email is not null)
        {
            claims[JwtRegisteredClaimNames.Email] = user.Email;
            claims[JwtRegisteredClaimNames.EmailVerified] = user.EmailVerified;
        }

        return claims;
    }
}
