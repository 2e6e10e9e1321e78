using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Platform.Http;
using Padel.Platform.Web;

namespace Padel.Platform;

/// <summary>Registers how the product speaks HTTP: JSON, limits, time-outs, cross-origin rules.</summary>
internal static class PlatformHttp
{
    public static void AddPlatformHttp(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<WebOptions>(configuration.GetSection("Web"));
        services.AddSingleton<WebFiles>();
        services.AddSingleton<PageRenderer>();
        services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(Limit);
        services.AddRequestTimeouts(Timeouts);
        services.AddApiDocument();
        services.AddRateLimiting(configuration);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(configuration.GetSection("Web:CorsOrigins").Get<string[]>() ?? [])
            .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
            .WithHeaders("Authorization", "Content-Type", IdempotencyKey.Header, "If-Match", "If-None-Match")
            .WithExposedHeaders("ETag", "Location", "Retry-After", "Idempotency-Replayed")
            .AllowCredentials()));
    }

    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = RequestLimits.DefaultBodyBytes;
        kestrel.Limits.MaxRequestLineSize = RequestLimits.MaxUrlBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = RequestLimits.MaxHeadersBytes;
    }

    private static void Timeouts(RequestTimeoutOptions timeouts)
    {
        timeouts.DefaultPolicy = After(RequestLimits.DefaultTimeout);
        timeouts.AddPolicy(RequestLimits.UploadTimeoutPolicy, After(RequestLimits.UploadTimeout));
    }

    private static RequestTimeoutPolicy After(TimeSpan timeout) => new()
    {
        Timeout = timeout,
        TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        WriteTimeoutResponse = http => new Problem(ServerErrors.Unavailable).ExecuteAsync(http),
    };
}
