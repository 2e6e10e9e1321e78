namespace Padel.Identity.Sessions;

/// <summary>A signed-in person's answer. <paramref name="RefreshToken"/> only for clients without cookies; browsers get a cookie that scripts cannot read.</summary>
internal sealed record Tokens(Guid UserId, string AccessToken, int ExpiresInSeconds, string? RefreshToken);
