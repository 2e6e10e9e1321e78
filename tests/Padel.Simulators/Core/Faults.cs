using System.Collections.Concurrent;

namespace Padel.Simulators.Core;

internal enum Fault
{
    /// <summary>5xx, nothing done.</summary>
    ErrorBefore,

    /// <summary>5xx, but the work was done.</summary>
    ErrorAfter,
    TooManyRequests,

    /// <summary>The firewall's page, with HTTP 200.</summary>
    Html,

    /// <summary>The work is done, the answer takes longer than anybody waits.</summary>
    Slow,

    /// <summary>The work is done, the connection breaks.</summary>
    Drop,
}

/// <summary>Faults asked for by the control: which call of which vendor, how many times.</summary>
internal sealed class Faults
{
    public const string AnyCall = "*";

    private readonly ConcurrentDictionary<(Vendor, string Call), ConcurrentQueue<Fault>> _asked = new();

    public void Add(Vendor vendor, string call, Fault fault, int times)
    {
        var queue = _asked.GetOrAdd((vendor, call), _ => new());
        for (var i = 0; i < times; i++)
            queue.Enqueue(fault);
    }

    public Fault? Take(Vendor vendor, string call) =>
        _asked.TryGetValue((vendor, call), out var queue) && queue.TryDequeue(out var fault) ? fault
        : _asked.TryGetValue((vendor, AnyCall), out queue) && queue.TryDequeue(out fault) ? fault
        : null;

    public void Clear() => _asked.Clear();

    public static bool TryRead(string? kind, out Fault fault)
    {
        Fault? found = kind switch
        {
            "5xx" => Fault.ErrorBefore,
            "5xx-after" => Fault.ErrorAfter,
            "429" => Fault.TooManyRequests,
            "html" => Fault.Html,
            "slow" => Fault.Slow,
            "drop" => Fault.Drop,
            _ => null,
        };
        fault = found ?? default;
        return found is not null;
    }
}
