using Microsoft.AspNetCore.DataProtection;
using Padel.Host.Health;
using Padel.Identity;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Host;

/// <summary>Puts the web application together: configuration, platform, modules, routes.</summary>
internal static class PadelApplication
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>How long requests in flight may take to end once the process is asked to stop.</summary>
    private static readonly TimeSpan DrainFor = TimeSpan.FromSeconds(15);

    public static WebApplicationBuilder Configure(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = DrainFor);
        return builder;
    }

    /// <summary>Starts the private PostgreSQL where none is named, brings every schema up to date, and puts the application together.</summary>
    public static async Task<WebApplication> Build(WebApplicationBuilder builder)
    {
        var services = ModuleList.Select(builder.Configuration["services"], builder.Environment.IsDevelopment());
        var postgres = await LocalData.StartDatabaseIfNoneIsNamed(builder.Configuration, services.Known);
        try
        {
            return await Build(builder, services, postgres);
        }
        catch
        {
            if (postgres is not null)
                await postgres.DisposeAsync();
            throw;
        }
    }

    private static async Task<WebApplication> Build(WebApplicationBuilder builder, RunningServices services, EmbeddedPostgres? postgres)
    {
        var development = builder.Environment.IsDevelopment();
        var key = await LocalData.Key(builder.Configuration, mayMake: postgres is not null || development);
        AddServices(builder, services, postgres, key);

        var app = builder.Build();
        // Asked for first, so that the container lets go of it last: after every connection to it.
        _ = app.Services.GetService<EmbeddedPostgres>();
        // All schemas, not only those of the services that run here: the relay leaves events for the others.
        await app.Services.GetRequiredService<Migrator>().Migrate(ModuleList.All(development), CancellationToken.None);

        app.UsePlatform();
        app.MapHealth();
        foreach (var module in services.Running)
            module.MapEndpoints(app);
        app.MapPlatform();
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, RunningServices services, EmbeddedPostgres? postgres, MasterKey key)
    {
        if (postgres is not null)
            builder.Services.AddSingleton(_ => postgres).AddHostedService<EmbeddedPostgresKeeper>();
        builder.Services.AddPlatform(builder.Configuration, services, ModuleList.Subscribers, key);
        builder.Services.AddHealth();
        // Nothing here is protected by it; without this line the framework writes a key file into the home folder.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var module in services.Running)
            module.AddServices(builder.Services, builder.Configuration);
        if (!services.Runs(IdentityModule.ServiceName))
            RemoteIdentityDirectory.Register(builder.Services, IdentityAddress(builder.Configuration));
    }

    private static Uri IdentityAddress(ConfigurationManager configuration) =>
        Uri.TryCreate(configuration["Services:identity"], UriKind.Absolute, out var address)
            ? address
            : throw new StartupException("This process does not run identity: set Services__identity to the address of one that does.");
}
