using Microsoft.AspNetCore.DataProtection;
using Padel.Host.Health;
using Padel.Platform;
using Padel.Platform.Data;

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

    public static async Task<WebApplication> Build(WebApplicationBuilder builder)
    {
        var services = ModuleList.Select(builder.Configuration["services"], builder.Environment.IsDevelopment());
        var key = new MasterKey(await File.ReadAllBytesAsync(builder.Configuration["Padel:KeyFile"]
            ?? throw new StartupException("Set Padel__KeyFile to the file of the master key.")));

        builder.Services.AddPlatform(builder.Configuration, services, ModuleList.Subscribers, key);
        builder.Services.AddHealth();
        // Nothing here is protected by it; without this line the framework writes a key file into the home folder.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var module in services.Running)
            module.AddServices(builder.Services, builder.Configuration);

        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(services.Running, CancellationToken.None);

        app.UsePlatform();
        app.MapHealth();
        foreach (var module in services.Running)
            module.MapEndpoints(app);
        app.MapPlatform();
        return app;
    }
}
