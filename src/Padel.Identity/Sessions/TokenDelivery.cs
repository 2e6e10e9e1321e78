using System.Net;
using Microsoft.AspNetCore.Http;
using Padel.Kernel;

namespace Padel.Identity.Sessions;

/// <summary>
/// Hands tokens over. A browser gets the refresh token in a cookie that only our auth routes see; a client without cookies asks for it in the
/// body with <c>?tokens=body</c>, or by having sent one in the body.
/// </summary>
internal sealed class TokenDelivery(TokenIssuer issuer)
{
    public const string CookieName = "padel_refresh";
    public const string CookiePath = "/api/v1/auth";

    public async Task<Tokens> Give(HttpContext http, OpenSession session, bool inBody, CancellationToken cancellation)
    {
        var accessToken = await issuer.Issue(session.User, session.SessionId, session.SecondFactor, cancellation);
        http.Response.Headers.CacheControl = "no-store";
        if (!inBody)
            http.Response.Cookies.Append(CookieName, session.RefreshToken, Cookie(http, session.ExpiresAt));
        return new Tokens(session.User.UserId, accessToken, TokenIssuer.LifetimeSeconds, inBody ? session.RefreshToken : null);
    }

    public static bool WantsBody(HttpContext http) => http.Request.Query["tokens"] == "body";

    public static void DropCookie(HttpContext http) => http.Response.Cookies.Delete(CookieName, Cookie(http, expires: null));

    /// <summary>
    /// A cookie goes along whoever wrote the page, so a browser that says where the request comes from must name this host.
    /// SameSite=Strict keeps other sites out already; this also keeps out sister hosts of one site.
    /// </summary>
    public static Error? ForeignOrigin(HttpContext http)
    {
        var origin = http.Request.Headers.Origin.ToString();
        if (origin.Length == 0)
            return null;
        var same = Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, Authority(http.Request, from.Scheme), StringComparison.OrdinalIgnoreCase);
        return same ? null : IdentityErrors.CrossOrigin;
    }

    // Without the port where it is the scheme's own, as Uri writes it.
    private static string Authority(HttpRequest request, string scheme) =>
        Uri.TryCreate($"{scheme}://{request.Host.Value}", UriKind.Absolute, out var self) ? self.Authority : "";

    // A newcomer tries the product on http://localhost, where a Secure cookie would not be kept by every browser.
    private static CookieOptions Cookie(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps || !IsLoopback(http.Request.Host.Host),
        SameSite = SameSiteMode.Strict,
        Path = CookiePath,
        Expires = expires,
        IsEssential = true,
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
