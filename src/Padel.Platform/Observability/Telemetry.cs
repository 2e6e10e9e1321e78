using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Padel.Platform.Observability;

/// <summary>Wires OpenTelemetry by hand: metrics always (<c>/metrics</c>), traces and OTLP when an endpoint is configured.</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private static readonly string[] Meters = ["Microsoft.AspNetCore.*", "System.Runtime", "Npgsql", "Padel.*"];
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Microsoft.AspNetCore.SignalR.Server", "System.Net.Http", "Npgsql", "Padel.*"];

    public static void AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        var export = !string.IsNullOrEmpty(configuration[Endpoint]);
        // Without these server spans carry neither method nor path; where nobody reads spans they cost every request for nothing.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", !export);
        services.AddSingleton<PrometheusExporter>();
        services.AddSingleton(provider => BuildMeters(provider.GetRequiredService<PrometheusExporter>(), export));
        if (export)
            services.AddSingleton(_ => BuildTraces());
        services.AddHostedService<TelemetryStart>();
        services.AddHostedService<QueueWatch>();
    }

    private static MeterProvider BuildMeters(PrometheusExporter prometheus, bool export)
    {
        var builder = Sdk.CreateMeterProviderBuilder().ConfigureResource(Describe).AddMeter(Meters)
            .AddReader(new BaseExportingMetricReader(prometheus));
        return (export ? builder.AddOtlpExporter() : builder).Build();
    }

    private static TracerProvider BuildTraces() =>
        Sdk.CreateTracerProviderBuilder().ConfigureResource(Describe).AddSource(Sources).AddProcessor(new WithoutConnectionStrings()).AddOtlpExporter().Build();

    private static void Describe(ResourceBuilder resource) =>
        resource.AddService("padel", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString());

    /// <summary>Npgsql's spans name the connection; nobody outside needs it.</summary>
    private sealed class WithoutConnectionStrings : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            data.SetTag("db.npgsql.data_source", null);
            data.SetTag("db.connection_string", null);
        }
    }
}
