namespace Padel.Host.Commands;

/// <summary>Plain <c>--name value</c>, <c>--name=value</c> and words. Anything a command does not know is refused with its usage.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _options = [];
    private readonly string _usage;

    public Arguments(string[] args, string usage, params string[] known)
    {
        _usage = usage;
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] is "--help" or "-h")
                throw new UsageException(usage);
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                Words.Add(args[i]);
                continue;
            }

            var parts = args[i][2..].Split('=', 2);
            if (!known.Contains(parts[0]))
                throw new UsageException($"Unknown option --{parts[0]}.\n{usage}");
            if (parts.Length == 1 && i + 1 == args.Length)
                throw new UsageException($"--{parts[0]} needs a value.\n{usage}");
            _options[parts[0]] = parts.Length == 2 ? parts[1] : args[++i];
        }
    }

    public List<string> Words { get; } = [];

    public string? this[string option] => _options.GetValueOrDefault(option);

    public string Required(string option) => this[option] ?? throw new UsageException($"--{option} is missing.\n{_usage}");

    public void NoWords()
    {
        if (Words.Count > 0)
            throw new UsageException($"'{Words[0]}' was not understood.\n{_usage}");
    }

    /// <summary>The options as configuration arguments, as <c>WebApplication.CreateBuilder</c> takes them.</summary>
    public string[] AsConfiguration() => [.. _options.Select(option => $"--{option.Key}={option.Value}")];
}
