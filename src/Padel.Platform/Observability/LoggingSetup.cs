using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Padel.Platform.Observability;

/// <summary>
/// Logs go to standard error, so that what a command prints stays clean: JSON for machines, readable lines in development
/// (<c>Logging:Format</c> = <c>json</c> or <c>readable</c> decides otherwise). There is no other log provider: each would need redaction too.
/// </summary>
internal static class LoggingSetup
{
    public static void AddRedactedLogging(this IServiceCollection services, IConfiguration configuration)
    {
        var development = string.Equals(configuration["environment"], "Development", StringComparison.OrdinalIgnoreCase);
        var json = (configuration["Logging:Format"] ?? (development ? "readable" : "json")) == "json";
        services.AddLogging(logging =>
        {
            logging.ClearProviders();
            // The access log says what the framework would say, with the route and without the query.
            logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            logging.AddConsoleFormatter<JsonLogFormatter, NoOptions>();
            logging.AddConsoleFormatter<ReadableLogFormatter, NoOptions>();
            logging.AddConsole(console =>
            {
                console.FormatterName = json ? JsonLogFormatter.FormatterName : ReadableLogFormatter.FormatterName;
                console.LogToStandardErrorThreshold = LogLevel.Trace;
            });
        });
    }

    private sealed class NoOptions : Microsoft.Extensions.Logging.Console.ConsoleFormatterOptions;
}
