using Padel.Platform;
using Padel.Platform.Data;

namespace Padel.Host;

/// <summary>Puts the web application together: configuration, platform, modules, routes.</summary>
internal static class PadelApplication
{
    public static async Task<WebApplication> Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var development = builder.Environment.IsDevelopment();
        var services = ModuleList.Select(builder.Configuration["services"], development);
        var key = new MasterKey(await File.ReadAllBytesAsync(builder.Configuration["Padel:KeyFile"]
            ?? throw new InvalidOperationException("Set Padel__KeyFile to the file of the master key.")));

        builder.Services.AddPlatform(builder.Configuration, services, ModuleList.Subscribers, key);
        foreach (var module in services.Running)
            module.AddServices(builder.Services, builder.Configuration);

        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(services.Running, CancellationToken.None);

        app.UsePlatform();
        foreach (var module in services.Running)
            module.MapEndpoints(app);
        app.MapPlatform();
        return app;
    }
}
