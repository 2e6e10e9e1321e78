using Padel.Simulators.Bank;
using Padel.Simulators.Control;
using Padel.Simulators.Core;
using Padel.Simulators.EasyPaisa;
using Padel.Simulators.JazzCash;
using Padel.Simulators.Pages;
using Padel.Simulators.PayFast;
using Padel.Simulators.Stripe;

namespace Padel.Simulators;

/// <summary>All vendors in one web server, started by the program or inside a test.</summary>
public sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public static async Task<SimulatorHost> Start(SimulatorOptions? options = null)
    {
        var app = Build(options ?? new SimulatorOptions());
        await app.StartAsync();
        return new SimulatorHost(app);
    }

    public Task Stopped(CancellationToken stop) => _app.WaitForShutdownAsync(stop);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static WebApplication Build(SimulatorOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseUrls(options.Urls).UseShutdownTimeout(TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton(options)
            .AddSingleton<World>().AddSingleton<Merchants>().AddSingleton<Schedule>().AddSingleton<Courier>()
            .AddSingleton<Chaos>().AddSingleton<Faults>().AddSingleton<Gate>().AddSingleton<Notifier>().AddSingleton<Playback>().AddSingleton<BankAccount>();
        builder.Services.AddJazzCash();
        builder.Services.AddEasyPaisa();
        builder.Services.AddPayFast();
        builder.Services.AddStripe();

        var app = builder.Build();
        app.Use(Recording.Middleware);
        app.MapGet("/", FrontPage.Show);
        app.MapPost("/", (HttpRequest request, World world) => FrontPage.Choose(request, world));
        app.MapControl();
        app.MapJazzCash();
        app.MapEasyPaisa();
        app.MapPayFast();
        app.MapStripe();
        app.MapBank();
        return app;
    }
}
