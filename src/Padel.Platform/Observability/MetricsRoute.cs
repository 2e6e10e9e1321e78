using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Platform.Observability;

/// <summary>
/// <c>GET /metrics</c>: for whoever is on this machine, or sends the token of <c>Metrics:Token</c>. To everybody else it is not there.
/// A request that came through a proxy is not from this machine.
/// </summary>
internal static class MetricsRoute
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", Get).ForAnyone().ExcludeFromDescription();

    private static IResult Get(HttpContext http, PrometheusExporter exporter, IConfiguration configuration) =>
        MayRead(http, configuration["Metrics:Token"])
            ? Results.Text(exporter.Read(), "text/plain; version=0.0.4; charset=utf-8")
            : new Problem(RequestErrors.NotFound);

    private static bool MayRead(HttpContext http, string? token)
    {
        var local = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !http.Request.Headers.ContainsKey("X-Forwarded-For") && !http.Request.Headers.ContainsKey("Forwarded");
        return local || (!string.IsNullOrEmpty(token) && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()), Encoding.UTF8.GetBytes("Bearer " + token)));
    }
}
