using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Jobs;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;
using Padel.Platform.Observability;

namespace Padel.Platform;

/// <summary>Registers what every service stands on. The host calls it once, then each module's <c>AddServices</c>.</summary>
public static class PlatformServices
{
    public static IServiceCollection AddPlatform(
        this IServiceCollection services, IConfiguration configuration, RunningServices running, SubscriberList subscribers, MasterKey key)
    {
        DapperSetup.Register();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(key);
        services.AddSingleton(running);
        services.AddSingleton(subscribers);
        services.AddSingleton<ServiceDatabases>();
        services.AddSingleton<Migrator>();
        services.AddSingleton<EventSignals>();
        AddAuth(services, configuration);
        services.AddPlatformHttp(configuration);
        services.AddRedactedLogging(configuration);
        services.AddTelemetry(configuration);
        services.AddSingleton<BrowserReports>();
        foreach (var module in running.Running)
            AddMessaging(services, module);
        return services;
    }

    /// <summary>The service's own database, typed by its module.</summary>
    public static IServiceCollection AddDatabase<TModule>(this IServiceCollection services, string service) where TModule : IModule =>
        services.AddSingleton(provider => new Database<TModule>(provider.GetRequiredService<ServiceDatabases>().Of(service)));

    /// <summary>A repeating job with its own runner.</summary>
    public static IServiceCollection AddJob<TJob>(this IServiceCollection services) where TJob : class, IJob
    {
        services.AddSingleton<TJob>();
        return services.AddSingleton<IHostedService>(provider => new JobRunner(
            provider.GetRequiredService<TJob>(), provider.GetRequiredService<ServiceDatabases>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JobRunner>>()));
    }

    private static void AddAuth(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StaffAccessOptions>(configuration.GetSection("Staff"));
        services.AddSingleton<StaffAccess>();
        services.AddSingleton<InternalAccess>();
        services.AddSingleton<IAuthorizationHandler, StaffRequirementHandler>();
        services.AddAuthentication(TokenAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.SchemeName, null);
        Policies.Add(services.AddAuthorizationBuilder());
    }

    private static void AddMessaging(IServiceCollection services, IModule module)
    {
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<Relay>(
            provider, module.Name, provider.GetRequiredService<ILogger<Relay>>()));
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<InboxWorker>(
            provider, module, provider.GetRequiredService<ILogger<InboxWorker>>()));
        services.AddSingleton<IHostedService>(provider => new JobRunner(
            ActivatorUtilities.CreateInstance<PurgeJob>(provider, module.Name), provider.GetRequiredService<ServiceDatabases>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<JobRunner>>()));
        foreach (var handler in module.Subscriptions.Select(subscription => subscription.Handler).Distinct())
            services.AddScoped(handler);
    }
}
