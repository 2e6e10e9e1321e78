using System.Net.Http.Headers;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Padel.Host;
using Padel.Platform.Modules;
using Padel.Tests;

namespace Padel.IntegrationTests.Fixture;

/// <summary>
/// The real product on a real port with a clock that a test can move. As a class fixture (<c>IClassFixture&lt;PadelServer&gt;</c>) every
/// test class has its own fresh database; <see cref="Start"/> makes more of them, also on the same database.
/// </summary>
public sealed class PadelServer : IAsyncLifetime
{
    private static readonly SemaphoreSlim OneStartAtATime = new(1);
    private static readonly TimeSpan SettleWithin = TimeSpan.FromSeconds(20);

    private readonly PadelServerOptions _options;
    private WebApplication? _app;

    public PadelServer() : this(new PadelServerOptions())
    {
    }

    private PadelServer(PadelServerOptions options)
    {
        _options = options;
        Clock = options.Clock ?? new FakeClock(PadelServerOptions.Start);
        Clock.LongestWait ??= options.LongestWait;
        Database = options.Database ?? "";
    }

    public FakeClock Clock { get; }

    /// <summary>The database's name in the test cluster.</summary>
    public string Database { get; private set; }

    public Uri Address => new(App.Urls.First());

    public IServiceProvider Services => App.Services;

    /// <summary>A client without a token; follows no redirects and keeps no cookies.</summary>
    public HttpClient Anyone { get; private set; } = null!; // set when the server has started

    private WebApplication App => _app ?? throw new InvalidOperationException("The server has not started.");

    /// <summary>Starts one more server. Dispose it.</summary>
    public static async Task<PadelServer> Start(PadelServerOptions? options = null)
    {
        var server = new PadelServer(options ?? new PadelServerOptions());
        await server.InitializeAsync();
        return server;
    }

    public async ValueTask InitializeAsync()
    {
        if (Database.Length == 0)
            Database = await TestCluster.Current.NewDatabase();
        // Each start sets the password of the cluster-wide service roles: PostgreSQL refuses two at once from different databases.
        await OneStartAtATime.WaitAsync();
        try
        {
            _app = await PadelApplication.Build(Configure());
        }
        finally
        {
            OneStartAtATime.Release();
        }

        if (_options.Listen)
        {
            await _app.StartAsync();
            Anyone = Client();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Anyone?.Dispose();
        if (_app is null)
            return;
        if (_options.Listen)
            await _app.StopAsync();
        await _app.DisposeAsync();
    }

    /// <summary>A client that sends this access token, if any.</summary>
    public HttpClient Client(string? accessToken = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = 512 }) { BaseAddress = Address };
        if (accessToken is not null)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return client;
    }

    /// <summary>The administrator's connection, for looking and for arranging what no route can.</summary>
    public async Task<NpgsqlConnection> Sql()
    {
        var connection = new NpgsqlConnection(TestCluster.Current.Administrator(Database));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    /// <summary>Waits until every fact told so far has reached its handlers (parked ones aside).</summary>
    public async Task EventsSettled()
    {
        var names = Services.GetRequiredService<RunningServices>().Running.Select(module => module.Name);
        var waiting = string.Join(" + ", names.Select(name =>
            $"(select count(*) from {name}.outbox where relayed_at is null) + (select count(*) from {name}.inbox where processed_at is null and parked_at is null)"));
        await using var sql = await Sql();
        var until = System.Environment.TickCount64 + (long)SettleWithin.TotalMilliseconds;
        while (await sql.QuerySingleAsync<long>($"select {waiting}") > 0)
        {
            (System.Environment.TickCount64 < until).ShouldBeTrue("events did not reach their handlers in time");
            await Task.Delay(10);
        }
    }

    private WebApplicationBuilder Configure()
    {
        var builder = PadelApplication.Configure([$"--environment={_options.Environment}", "--urls=http://127.0.0.1:0"]);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:padel"] = TestCluster.Current.Administrator(Database),
            ["Padel:KeyFile"] = TestCluster.Current.KeyFile,
            ["Database:MaxPoolSize"] = "24",
            // A whole test class calls from one address.
            ["RateLimits:AddressPerMinute"] = "1000000",
            ["RateLimits:AccountPerMinute"] = "1000000",
            ["RateLimits:SignUpsPerHour"] = "1000000",
            ["RateLimits:CodesPerHour"] = "1000000",
            ["Logging:LogLevel:Default"] = "Error",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Error",
        });
        builder.Configuration.AddInMemoryCollection(_options.Settings);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        _options.Services?.Invoke(builder.Services);
        return builder;
    }
}
