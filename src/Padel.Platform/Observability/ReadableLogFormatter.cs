using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Padel.Platform.Observability;

/// <summary>One line for a person at a desk: time, level, what happened. Redacted like the other one.</summary>
internal sealed class ReadableLogFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "padel-readable";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var properties = logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var time = clock.GetUtcNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var message = Redaction.Of(logEntry.Formatter(logEntry.State, null), properties);
        textWriter.WriteLine($"{time} {Word(logEntry.LogLevel)} {message}");
        if (logEntry.Exception is { } error)
            textWriter.WriteLine(Redaction.Of(error.ToString(), properties));
    }

    private static string Word(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info ",
        LogLevel.Warning => "WARN ",
        _ => "ERROR",
    };
}
