using Padel.Host.DevelopmentData;

namespace Padel.Host.Commands;

/// <summary>Sets up the pilot club with its paper records and the development accounts: what the first start in development does by itself.</summary>
internal static class SeedCommand
{
    private const string Usage = "Usage: padel seed\n  Development only: the pilot club, its records and accounts with known passwords.";

    public static async Task<int> Run(string[] args)
    {
        var arguments = new Arguments(args, Usage);
        arguments.NoWords();
        var builder = PadelApplication.Configure([]);
        if (!builder.Environment.IsDevelopment())
            throw new StartupException("Accounts with known passwords are for development only: set ASPNETCORE_ENVIRONMENT=Development.");
        await using var app = await PadelApplication.Build(builder);
        await PilotClub.SetUpOnce(app.Services, Console.Out, CancellationToken.None);
        await Accounts.Add(app.Services, CancellationToken.None);
        return CommandLine.Done;
    }
}
