using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.IntegrationTests.House;

/// <summary>The platform alone on a real port, without a service or a database, with a few routes that misbehave on purpose.</summary>
public sealed class BareHouse : IAsyncLifetime
{
    private WebApplication? _app;

    public Dictionary<string, string?> Settings { get; } = [];

    public string WebRoot { get; } = Directory.CreateTempSubdirectory("padel-web-").FullName;

    public HttpClient Client { get; private set; } = null!; // set before any test runs

    public Uri Address => Client.BaseAddress!; // as above

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(Settings)
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Padel:WebRoot"] = WebRoot,
            ["Logging:LogLevel:Default"] = "None",
            ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "None",
            ["ConnectionStrings:padel"] = "Host=127.0.0.1;Port=1;Username=nobody;Timeout=1",
        });
        builder.Services.AddSingleton<IIdentityDirectory, NobodyKnown>();
        builder.Services.AddPlatform(
            builder.Configuration, new RunningServices([], new HashSet<string>()), new SubscriberList([]), new MasterKey(MasterKey.Generate()));
        Configure?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UsePlatform();
        MapMisbehaviour(_app);
        _app.MapPlatform();
        await _app.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public Action<IServiceCollection>? Configure { get; set; }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_app is not null)
            await _app.DisposeAsync();
        Directory.Delete(WebRoot, recursive: true);
    }

    private static void MapMisbehaviour(WebApplication app)
    {
        app.MapGet("/api/v1/throws", string () => throw new InvalidOperationException("secret inside"));
        app.MapGet("/api/v1/outage", string () => throw new NpgsqlException("no server", new System.Net.Sockets.SocketException()));
        app.MapGet("/api/v1/slow", async (CancellationToken cancellation) => await Task.Delay(TimeSpan.FromMinutes(1), cancellation))
            .WithRequestTimeout(TimeSpan.FromMilliseconds(200));
        app.MapGet("/api/v1/date", (DateOnly date) => date);
        app.MapGet("/api/v1/things/{thingId}", (Guid thingId) => thingId);
        app.MapPost("/api/v1/echo", (EchoRequest request) => request);
        app.MapPost("/api/v1/uploads", async (HttpContext http) =>
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
            return TypedResults.NoContent();
        }).ForUploads();
        app.MapPost("/api/v1/sign-ups", () => TypedResults.NoContent()).RequireRateLimiting(RateLimits.SignUp);
        app.MapGet("/api/v1/page", () => Results.Content("<p>hello</p>", "text/html"));
        app.MapGet("/api/v1/mine", () => TypedResults.NoContent()).ForPlayers();
    }

    internal sealed record EchoRequest(string Name, int Number, DateTimeOffset At, DateOnly Day, EchoKind Kind, string? Note);

    internal enum EchoKind
    {
        PlainOne,
        OtherOne,
    }

    private sealed class NobodyKnown : IIdentityDirectory
    {
        public ValueTask<IReadOnlyList<SecurityKey>> SigningKeys(string? keyId, CancellationToken cancellation) => ValueTask.FromResult<IReadOnlyList<SecurityKey>>([]);

        public ValueTask<StaffRole?> RoleOf(Guid userId, Guid clubId, CancellationToken cancellation) => ValueTask.FromResult<StaffRole?>(null);
    }
}
