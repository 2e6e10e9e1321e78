using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Padel.Platform.Observability;

/// <summary>One JSON object a line, for machines: time, level, category, event, trace id, message, properties. Redacted throughout.</summary>
internal sealed class JsonLogFormatter(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "padel-json";
    private const string MessageTemplate = "{OriginalFormat}";

    // Read by machines and never put into a page: plus signs and quotes may stay as they are.
    private static readonly JsonWriterOptions ForLogs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var properties = logEntry.State as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        var message = Redaction.Of(logEntry.Formatter(logEntry.State, null), properties);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, ForLogs))
        {
            json.WriteStartObject();
            json.WriteString("at", clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            json.WriteNumber("event", logEntry.EventId.Id);
            if (Activity.Current is { } activity)
                json.WriteString("traceId", activity.TraceId.ToString());
            json.WriteString("message", message);
            foreach (var (name, value) in properties)
            {
                if (name != MessageTemplate)
                    WriteProperty(json, name, value);
            }

            if (logEntry.Exception is { } error)
                json.WriteString("exception", Redaction.Of(error.ToString(), properties));
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static void WriteProperty(Utf8JsonWriter json, string name, object? value)
    {
        if (Redaction.IsSensitive(name))
            json.WriteString(name, Redaction.Mark);
        else if (value is int or long or short or byte)
            json.WriteNumber(name, Convert.ToInt64(value, CultureInfo.InvariantCulture));
        else if (value is bool flag)
            json.WriteBoolean(name, flag);
        else
            json.WriteString(name, Redaction.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
    }
}
