using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Padel.IntegrationTests.Simulators;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Simulators;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>Our clients as the product registers them, pointed at the simulated vendors, with what they log kept.</summary>
internal sealed class GatewayClients : IAsyncDisposable
{
    public const string Cnic = "345678";
    private const int ScenarioDigits = 2;
    private readonly ServiceProvider _services;
    private readonly KeptLogs _logs = new();
    private int _orders;

    private GatewayClients(SimulatedShop shop, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Shop = shop;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        _services = new ServiceCollection().AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_logs))
            .AddSingleton(TimeProvider.System).AddGateways(configuration).BuildServiceProvider();
    }

    public SimulatedShop Shop { get; }

    public string Logs => string.Join('\n', _logs.Lines);

    public IGateway this[string name] => _services.GetServices<IGateway>().Single(gateway => gateway.Name == name);

    /// <summary>The simulators are quick, except where they are slow on purpose: then slower than our time limits by far.</summary>
    public static async Task<GatewayClients> Open(params (string Name, string Value)[] settings)
    {
        var quick = SimulatorOptions.Quick();
        var shop = await SimulatedShop.Open(new SimulatorOptions
        {
            Approval = quick.Approval,
            Notification = quick.Notification,
            Pending = TimeSpan.FromMilliseconds(600),
            Late = TimeSpan.FromMilliseconds(700),
            Slow = TimeSpan.FromMinutes(1),
            NotificationTimeout = quick.NotificationTimeout,
            NotificationRetry = quick.NotificationRetry,
        });
        var all = new Dictionary<string, string?>();
        foreach (var gateway in new[] { "JazzCash", "EasyPaisa", "PayFast", "Stripe" })
        {
            all[$"{GatewayOptions.Section}:{gateway}:BaseUrl"] = new Uri(shop.Http.BaseAddress!, gateway.ToLowerInvariant()).AbsoluteUri;
            foreach (var patience in Enum.GetNames<GatewayPatience>())
                all[$"{GatewayOptions.Section}:{gateway}:Limits:{patience}"] = "00:00:02";
        }

        all[$"{GatewayOptions.Section}:Stripe:FirstRetryMilliseconds"] = "10";
        foreach (var (name, value) in settings)
            all[$"{GatewayOptions.Section}:{name}"] = value;
        return new GatewayClients(shop, all);
    }

    public static GatewayAccount Account(params (string Name, string Value)[] credentials) =>
        new(Guid.CreateVersion7(), credentials.ToDictionary(one => one.Name, one => one.Value));

    public GatewayOrder Order(string method, long rupees = 3500)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        return new GatewayOrder(Guid.CreateVersion7(), $"PD{Interlocked.Increment(ref _orders):D6}", Money.Major(rupees, Currency.Pkr), method,
            "Court 1, Friday 18:30", "BK-000123", now, now.AddMinutes(10), new Uri(Shop.ReturnUrl), new Uri(Shop.NotificationUrl), new Dictionary<string, string>());
    }

    /// <summary>The payer's phone chooses the scenario by its last two digits.</summary>
    public static PayerInput Payer(string phone) => new(phone.Length == ScenarioDigits ? $"030012345{phone}" : phone, Cnic, "player@example.pk", "Ali Khan");

    public Task Scenario(GatewayOrder order, string scenario) => Shop.Control("scenarios", new { reference = order.Reference, scenario });

    public Task Fault(string vendor, string call, string kind, int times = 1) => Shop.Control("faults", new { vendor, call, kind, times });

    /// <summary>Starts a wallet payment and waits for what the call says.</summary>
    public async Task<Finding> Approve(GatewayOrder order, GatewayAccount account, PayerInput payer)
    {
        var start = await this[order.Method].Start(order, account, payer, TestContext.Current.CancellationToken);
        return await start.ShouldBeOfType<GatewayStart.NeedsApproval>().Call(TestContext.Current.CancellationToken);
    }

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account) => this[order.Method].Inquire(order, account, TestContext.Current.CancellationToken);

    public Inbound Read(string gateway, Heard heard, GatewayAccount account, string? type = "application/json") => this[gateway].Read(
        new GatewayMessage(false, new Uri(Shop.NotificationUrl), heard.Query.TrimStart('?'), type, Encoding.UTF8.GetBytes(heard.Body),
            new Dictionary<string, string> { ["Stripe-Signature"] = heard.Signature }, TimeProvider.System.GetUtcNow()), account);

    public Inbound ReadReturn(string gateway, GatewayAccount account, IReadOnlyDictionary<string, string>? form = null, string query = "") => this[gateway].Read(
        new GatewayMessage(true, new Uri(Shop.ReturnUrl), query, form is null ? null : "application/x-www-form-urlencoded",
            Encoding.UTF8.GetBytes(form is null ? "" : string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"))),
            new Dictionary<string, string>(), TimeProvider.System.GetUtcNow()), account);

    public string Path(Uri url) => Shop.Http.BaseAddress!.MakeRelativeUri(url).ToString();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Shop.DisposeAsync();
    }

    private sealed class KeptLogs : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
