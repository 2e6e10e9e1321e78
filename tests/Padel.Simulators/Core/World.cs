using System.Collections.Concurrent;

namespace Padel.Simulators.Core;

/// <summary>Everything the vendors remember, in memory only: orders, what they were told to do, what they received and sent.</summary>
internal sealed class World(SimulatorOptions options)
{
    private const int KeptExchanges = 5_000;

    private readonly ConcurrentDictionary<(Vendor, string), Order> _orders = new();
    private readonly ConcurrentDictionary<(Vendor, string), Order> _byVendorReference = new();
    private readonly ConcurrentDictionary<string, Scenario> _byReference = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Vendor, Scenario> _default = new();
    private readonly ConcurrentDictionary<Vendor, ConcurrentQueue<Scenario>> _next = new();
    private readonly ConcurrentDictionary<(Vendor, string), Scenario> _assigned = new();
    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private long _lastNumber;

    public IEnumerable<Order> Orders => _orders.Values.OrderBy(order => order.CreatedAt).ThenBy(order => order.VendorReference, StringComparer.Ordinal);
    public IEnumerable<Exchange> Exchanges => _exchanges;

    public DateTimeOffset Now => options.Clock.GetUtcNow() + options.ClockOffset;

    /// <summary>A number no other order, token or message of this run has.</summary>
    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    public Order? Find(Vendor vendor, string reference) => _orders.GetValueOrDefault((vendor, reference));

    public Order? FindByVendorReference(Vendor vendor, string reference) => _byVendorReference.GetValueOrDefault((vendor, reference));

    public Order? Find(string reference) => Enum.GetValues<Vendor>().Select(vendor => Find(vendor, reference)).FirstOrDefault(order => order is not null);

    public bool TryAdd(Order order) => _orders.TryAdd((order.Vendor, order.Reference), order) && _byVendorReference.TryAdd((order.Vendor, order.VendorReference), order);

    public void Record(Exchange exchange)
    {
        _exchanges.Enqueue(exchange);
        while (_exchanges.Count > KeptExchanges)
            _exchanges.TryDequeue(out _);
    }

    /// <summary>An order already there changes its ways from now on.</summary>
    public void Choose(string reference, Scenario scenario)
    {
        _byReference[reference] = scenario;
        if (Find(reference) is { } order)
            order.Scenario = scenario;
    }

    public void ChooseDefault(Vendor vendor, Scenario scenario) => _default[vendor] = scenario;

    public void ChooseNext(Vendor vendor, Scenario scenario) => _next.GetOrAdd(vendor, _ => new()).Enqueue(scenario);

    /// <summary>The scenario of a reference, settled at its first mention: chosen for it, for the next order, by its phone, by default.</summary>
    public Scenario ScenarioOf(Vendor vendor, string reference, string? phone = null)
    {
        if (_byReference.TryGetValue(reference, out var chosen))
            return chosen;
        return _assigned.GetOrAdd((vendor, reference), _ =>
            _next.TryGetValue(vendor, out var queue) && queue.TryDequeue(out var next) ? next
            : Scenarios.OfPhone(phone) ?? _default.GetValueOrDefault(vendor, Scenario.Success));
    }

    public void Reset()
    {
        _orders.Clear();
        _byVendorReference.Clear();
        _byReference.Clear();
        _default.Clear();
        _next.Clear();
        _assigned.Clear();
        _exchanges.Clear();
    }
}

/// <summary>One call received or one message sent.</summary>
internal sealed record Exchange(DateTimeOffset At, string Direction, string Vendor, string Call, string Reference, string Address, string Body, int Status, string Answer);
