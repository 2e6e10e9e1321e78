using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Padel.Platform.Web;

namespace Padel.Payments.Paying;

/// <summary>Our addresses as gateways know them: the configured one, else the one this request came to. The same for all payments of a club.</summary>
internal sealed class GatewayUrls(IOptions<WebOptions> options)
{
    // Calls that no request caused name no address to come back to; they only ask.
    private const string Nowhere = "http://localhost";

    public Uri Returns(string gateway, Guid clubId, HttpContext? http = null) => new(Origin(http) + ReturnPath(gateway, clubId));

    public Uri Notifications(string gateway, Guid clubId, HttpContext? http = null) => new(Origin(http) + $"/gateways/{gateway}/{clubId}/notifications");

    /// <summary>This request's address as the world knows it, without query.</summary>
    public Uri Of(HttpContext http) => new(Origin(http) + http.Request.Path.ToUriComponent());

    private static string ReturnPath(string gateway, Guid clubId) => $"/gateways/{gateway}/{clubId}/returns";

    private string Origin(HttpContext? http) =>
        options.Value.PublicUrl is { Length: > 0 } configured ? configured.TrimEnd('/')
        : http is null ? Nowhere
        : $"{http.Request.Scheme}://{http.Request.Host}";
}
