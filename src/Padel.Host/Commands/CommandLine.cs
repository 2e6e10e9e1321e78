namespace Padel.Host.Commands;

/// <summary>Finds the command that the first word names. Exit codes: 0 done, 1 failed, 2 a file cannot be read, 64 not understood.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int UnreadableFile = 2;
    public const int NotUnderstood = 64;

    private static readonly (string Name, string Summary, Func<string[], Task<int>> Run)[] Commands =
    [
        ("serve", "run the product, or a part of it with --services", ServeCommand.Run),
        ("migrate", "bring the databases up to date and stop", MigrateCommand.Run),
        ("import", "import a club from its paper records", ImportCommand.Run),
        ("user", "give a person a role at a club", UserCommand.Run),
        ("seed", "development: the pilot club and accounts with known passwords", SeedCommand.Run),
        ("openapi", "write the API document", OpenApiCommand.Run),
        ("verify-config", "check the configuration and the databases, then stop", VerifyConfigCommand.Run),
        ("events", "list or retry parked events", EventsCommand.Run),
    ];

    public static async Task<int> Run(string[] args)
    {
        var name = args.FirstOrDefault() ?? "serve";
        if (name is "help" or "--help" or "-h")
            return Help(Console.Out, Done);

        // "padel --urls ..." means serve.
        var rest = name.StartsWith('-') ? args : args.Skip(1).ToArray();
        var command = name.StartsWith('-') ? Commands[0] : Array.Find(Commands, command => command.Name == name);
        if (command.Run is null)
        {
            await Console.Error.WriteLineAsync($"There is no command '{name}'.");
            return Help(Console.Error, NotUnderstood);
        }

        return await Guarded(command.Run, rest);
    }

    private static async Task<int> Guarded(Func<string[], Task<int>> run, string[] args)
    {
        try
        {
            return await run(args);
        }
        catch (UsageException wrong)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return NotUnderstood;
        }
        catch (StartupException told)
        {
            await Console.Error.WriteLineAsync(told.Message);
            return Failed;
        }
    }

    private static int Help(TextWriter to, int exitCode)
    {
        to.WriteLine("padel: the court booking platform\n\nUsage: padel <command> [options]\n");
        foreach (var (name, summary, _) in Commands)
            to.WriteLine($"  {name,-14} {summary}");
        to.WriteLine("\npadel <command> --help tells the options of one.");
        return exitCode;
    }
}
