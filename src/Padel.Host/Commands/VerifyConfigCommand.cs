using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Host.Commands;

/// <summary>Says whether the product would start with this configuration, and with which services and databases.</summary>
internal static class VerifyConfigCommand
{
    private const string Usage = "Usage: padel verify-config [--services identity,booking]";

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "services", "environment");
        arguments.NoWords();
        var builder = PadelApplication.Configure(arguments.AsConfiguration());
        await using var app = await PadelApplication.Build(builder);
        var databases = app.Services.GetRequiredService<ServiceDatabases>();
        Console.WriteLine($"Environment  {app.Environment.EnvironmentName}");
        foreach (var module in app.Services.GetRequiredService<RunningServices>().Running)
        {
            await using var connection = await databases.Of(module.Name).OpenConnectionAsync();
            Console.WriteLine($"{module.Name,-12} {connection.Database} on {connection.Host}, PostgreSQL {connection.PostgreSqlVersion.ToString(2)}");
        }

        Console.WriteLine("The configuration is good.");
        return CommandLine.Done;
    }
}
