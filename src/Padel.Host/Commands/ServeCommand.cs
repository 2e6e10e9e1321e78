using Padel.Host.DevelopmentData;

namespace Padel.Host.Commands;

/// <summary>Runs the product until Ctrl-C or SIGTERM: requests drain first, then jobs and relays stop, then the private PostgreSQL.</summary>
internal static class ServeCommand
{
    private const string Usage = """
        Usage: padel serve [--services identity,booking] [--urls http://127.0.0.1:5080]
          --services  run only these, as one part of a deployment; all without it
          --urls      where to listen; also ASPNETCORE_URLS
        """;

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "services", "urls", "environment");
        arguments.NoWords();
        var builder = PadelApplication.Configure(arguments.AsConfiguration());
        var withSamples = builder.Environment.IsDevelopment() && builder.Configuration["services"] is null or "";
        if (withSamples)
            builder.Services.AddHostedService<FirstSteps>();
        await using var app = await PadelApplication.Build(builder);
        if (withSamples)
        {
            await PilotClub.SetUpOnce(app.Services, Console.Out, CancellationToken.None);
            await Accounts.Add(app.Services, CancellationToken.None);
        }

        try
        {
            await app.StartAsync();
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartupException($"{taken.Message} Stop what listens there, or choose another address with --urls.", taken);
        }

        await app.WaitForShutdownAsync();
        return FailedServices(app.Services) ? CommandLine.Failed : CommandLine.Done;
    }

    // A background service that dies stops the host; the exit code must tell whoever started it.
    private static bool FailedServices(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<BackgroundService>().Any(service => service.ExecuteTask is { IsFaulted: true });
}
