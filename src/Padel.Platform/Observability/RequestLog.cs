using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Padel.Platform.Observability;

/// <summary>
/// One line per request: method, route, status, time; the formatter adds the trace id. Never the query or an id: the route's pattern stands
/// for the path. Names the trace's span alike.
/// </summary>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const string Unmatched = "(no route)";

    public async Task InvokeAsync(HttpContext http)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            await next(http);
        }
        finally
        {
            var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? Unmatched;
            NameSpan(http, route);
            var elapsedMs = (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (IsNoise(http.Request.Path))
                Polled(logger, http.Request.Method, route, http.Response.StatusCode, elapsedMs);
            else
                Answered(logger, http.Request.Method, route, http.Response.StatusCode, elapsedMs);
        }
    }

    private static void NameSpan(HttpContext http, string route)
    {
        if (Activity.Current is not { } activity)
            return;
        activity.DisplayName = $"{http.Request.Method} {route}";
        activity.SetTag("http.route", route);
        activity.SetTag("http.response.status_code", http.Response.StatusCode);
    }

    private static bool IsNoise(PathString path) =>
        path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/assets");

    [LoggerMessage(EventId = 1431, Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {ElapsedMs} ms")]
    private static partial void Answered(ILogger logger, string method, string route, int status, long elapsedMs);

    [LoggerMessage(EventId = 1432, Level = LogLevel.Debug, Message = "{Method} {Route} {Status} in {ElapsedMs} ms")]
    private static partial void Polled(ILogger logger, string method, string route, int status, long elapsedMs);
}
