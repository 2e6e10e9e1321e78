using System.Globalization;
using System.Text.RegularExpressions;

namespace Padel.Simulators.Core;

/// <summary>Names of scenarios in control messages (`pending-then-success` or `03`) and which one a phone number asks for.</summary>
internal static partial class Scenarios
{
    public static IReadOnlyList<Scenario> All { get; } = Enum.GetValues<Scenario>();

    private static readonly Dictionary<string, Scenario> ByName =
        All.SelectMany(one => Names(one).Select(name => (name, one))).ToDictionary(pair => pair.name, pair => pair.one, StringComparer.OrdinalIgnoreCase);

    public static string Slug(this Scenario scenario) => WordStart().Replace(scenario.ToString(), "-").ToLowerInvariant();

    public static string Words(this Scenario scenario)
    {
        var words = scenario.Slug().Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    public static bool TryParse(string? name, out Scenario scenario) => ByName.TryGetValue(name ?? "", out scenario);

    /// <summary>The last two digits of the payer's phone; numbers that end otherwise leave the choice to others.</summary>
    public static Scenario? OfPhone(string? phone) =>
        phone is { Length: >= 10 } && int.TryParse(phone[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= (int)Scenario.PaidAfterExpiry
            ? (Scenario)digits
            : null;

    private static IEnumerable<string> Names(Scenario scenario) =>
        scenario <= Scenario.PaidAfterExpiry ? [scenario.Slug(), ((int)scenario).ToString("D2", CultureInfo.InvariantCulture)] : [scenario.Slug()];

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex WordStart();
}
