using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Padel.Platform.Audit;
using Padel.Platform.Auth;
using Padel.Platform.Http;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;
using Padel.Platform.Observability;
using Padel.Platform.Web;

namespace Padel.Platform;

/// <summary>The way of every request, in order, and the platform's own routes. The host calls Use, maps its modules, then calls Map.</summary>
public static class PlatformPipeline
{
    public static WebApplication UsePlatform(this WebApplication app)
    {
        var web = app.Services.GetRequiredService<IOptions<WebOptions>>().Value;
        app.UseConfiguredProxies(web);
        app.UseMiddleware<SecurityHeaders>();
        foreach (var module in app.Services.GetRequiredService<RunningServices>().Running)
            module.UseEarly(app);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<FailureHandling>();
        app.UseMiddleware<AddressGuard>();
        app.UseRouting();
        app.UseMiddleware<BodyGuard>();
        app.UseRequestTimeouts();
        app.UseCors();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseMiddleware<WebPages>();
        return app;
    }

    /// <summary>Call last: it also closes the route table.</summary>
    public static WebApplication MapPlatform(this WebApplication app)
    {
        app.MapMetrics();
        app.MapOpenApi("/openapi/{documentName:regex(^v1$)}.json").ForAnyone();
        BrowserReports.Map(app);
        StaffParkedEvents.Map(app);
        ListAuditEntries.Map(app);
        app.UseEndpoints(static _ => { });
        return app;
    }
}
