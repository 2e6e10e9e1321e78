using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Padel.Platform.Web;

/// <summary>Puts the security headers on every answer, failures included: just before the answer starts, when its kind is known.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IOptions<WebOptions> options)
{
    public const string ReportPath = "/csp-reports";
    private const string ForData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private const string Permissions = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    private readonly string _trusted = string.Concat(options.Value.TrustedOrigins.Select(origin => " " + origin));
    private readonly string _formTargets = string.Concat(options.Value.FormTargets.Distinct().Select(origin => " " + origin));

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(() =>
        {
            Write(http);
            return Task.CompletedTask;
        });
        return next(http);
    }

    private void Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        var html = http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
        headers.ContentSecurityPolicy = html ? ForPages(http) : ForData;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = Permissions;
        // A third party's sign-in window talks back to the page that opened it.
        headers["Cross-Origin-Opener-Policy"] = _trusted.Length == 0 ? "same-origin" : "same-origin-allow-popups";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (html)
            headers["Reporting-Endpoints"] = $"csp=\"{ReportPath}\"";
        if (http.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }

    private string ForPages(HttpContext http)
    {
        var nonce = $"'nonce-{CspNonce.Of(http)}'";
        var socket = (http.Request.IsHttps ? "wss://" : "ws://") + http.Request.Host;
        return $"default-src 'self'; script-src {nonce} 'strict-dynamic'; style-src 'self' {nonce}{_trusted}; img-src 'self' data:; "
            + $"font-src 'self'; connect-src 'self' {socket}{_trusted}; frame-src {(_trusted.Length == 0 ? "'none'" : _trusted.TrimStart())}; "
            + $"worker-src 'self'; manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'{_formTargets}; frame-ancestors 'none'; "
            + $"report-uri {ReportPath}; report-to csp";
    }
}
