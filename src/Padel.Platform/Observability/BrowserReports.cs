using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Padel.Platform.Auth;
using Padel.Platform.Http;
using Padel.Platform.Web;

namespace Padel.Platform.Observability;

/// <summary>What went wrong in a browser: errors the app met, and what the content security policy stopped. Logged, redacted, and counted.</summary>
internal sealed partial class BrowserReports : IDisposable
{
    private const int MaxMessage = 500;
    private const int MaxStack = 4_000;
    private const int MaxUrl = 300;
    private const int MaxReports = 20;

    private readonly Meter _meter = new("Padel.Browser");
    private readonly Counter<long> _errors;
    private readonly Counter<long> _violations;
    private readonly ILogger<BrowserReports> _logger;

    public BrowserReports(ILogger<BrowserReports> logger)
    {
        _logger = logger;
        _errors = _meter.CreateCounter<long>("padel.browser.errors", null, "Errors browsers reported");
        _violations = _meter.CreateCounter<long>("padel.browser.csp_violations", null, "What the content security policy stopped");
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/v1/browser-errors", ReportBrowserError).WithName(nameof(ReportBrowserError))
            .ForAnyone().RequireRateLimiting(RateLimits.Report);
        routes.MapPost(SecurityHeaders.ReportPath, ReportCspViolations).ForAnyone().RequireRateLimiting(RateLimits.Report).ExcludeFromDescription();
    }

    public void Dispose() => _meter.Dispose();

    private static Microsoft.AspNetCore.Http.HttpResults.NoContent ReportBrowserError(BrowserErrorRequest request, BrowserReports reports)
    {
        reports._errors.Add(1);
        BrowserFailed(reports._logger, Cut(request.Message, MaxMessage), WithoutQuery(request.Url), Cut(request.Release, MaxUrl), Cut(request.Stack, MaxStack));
        return TypedResults.NoContent();
    }

    // Browsers send application/csp-report (one) or application/reports+json (a list), which no binder takes.
    private static async Task<IResult> ReportCspViolations(HttpContext http, BrowserReports reports)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, new JsonDocumentOptions { MaxDepth = ApiJson.MaxDepth }, http.RequestAborted);
            var root = document.RootElement;
            foreach (var report in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(MaxReports) : [root])
                reports.Log(report);
            return TypedResults.NoContent();
        }
        catch (JsonException)
        {
            return new Problem(RequestErrors.Malformed("The report is not valid JSON."));
        }
    }

    private void Log(JsonElement report)
    {
        _violations.Add(1);
        var body = Member(report, "csp-report") ?? Member(report, "body") ?? report;
        Violated(_logger, Text(body, "effective-directive", "effectiveDirective", "violated-directive"),
            WithoutQuery(Text(body, "blocked-uri", "blockedURL")), WithoutQuery(Text(body, "document-uri", "documentURL")));
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    private static string Text(JsonElement element, params string[] names)
    {
        foreach (var name in names)
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String)
                return Cut(member.GetString(), MaxUrl);
        }

        return "";
    }

    private static string WithoutQuery(string? url) => Cut((url ?? "").Split('?', '#')[0], MaxUrl);

    private static string Cut(string? text, int length) => text is null ? "" : text.Length <= length ? text : text[..length];

    [LoggerMessage(EventId = 1421, Level = LogLevel.Warning, Message = "A browser met an error: {Error} at {Url} in release {Release}: {Stack}")]
    private static partial void BrowserFailed(ILogger logger, string error, string url, string release, string stack);

    [LoggerMessage(EventId = 1422, Level = LogLevel.Warning, Message = "The content security policy stopped {Directive}: {Blocked} on {Url}")]
    private static partial void Violated(ILogger logger, string directive, string blocked, string url);
}
