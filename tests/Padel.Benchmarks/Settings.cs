using System.Globalization;

namespace Padel.Benchmarks;

/// <summary>What to measure, for how long, and how many pairs of runs in turn.</summary>
internal sealed record Settings(IReadOnlyList<string> Names, TimeSpan Duration, int Pairs)
{
    public static Settings Of(string[] args) => new(
        [.. args.Where(word => word.StartsWith('p'))], TimeSpan.FromSeconds(Number(args, "--seconds", 6)), Number(args, "--pairs", 3));

    public bool Wants(string name) => Names.Count == 0 || Names.Contains(name);

    private static int Number(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
