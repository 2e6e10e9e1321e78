namespace Padel.Host.Commands;

/// <summary>Brings every service's schema up to date: for deployments that do it before they start the new version.</summary>
internal static class MigrateCommand
{
    private const string Usage = "Usage: padel migrate [--services identity,booking]";

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage, "services", "environment");
        arguments.NoWords();
        var builder = PadelApplication.Configure(arguments.AsConfiguration());
        await using var app = await PadelApplication.Build(builder);
        Console.WriteLine("The databases are up to date.");
        return CommandLine.Done;
    }
}
