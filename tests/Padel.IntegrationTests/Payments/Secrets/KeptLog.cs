using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Padel.IntegrationTests.Payments.Secrets;

/// <summary>Keeps what the product logs before anything takes secrets out of it: message, values, exception, scopes.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue(Said(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {Said(state)} {exception}");

    public void Dispose()
    {
    }

    private static string Said<TState>(TState state) =>
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(pair => $"{pair.Key}={pair.Value}")) : $"{state}";
}
