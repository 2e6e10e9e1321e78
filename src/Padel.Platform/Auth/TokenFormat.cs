namespace Padel.Platform.Auth;

/// <summary>What an access token says and for how long. Shared by Identity, which signs, and everybody who checks.</summary>
public static class TokenFormat
{
    public const string Issuer = "padel";
    public const string Audience = "padel-api";
    public const string Algorithm = "RS256";
    public const string SecondFactorClaim = "mfa";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);
}
