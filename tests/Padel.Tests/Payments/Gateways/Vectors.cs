using System.Text.Json;
using Padel.Payments.Gateways;
using Padel.Tests.Architecture;

namespace Padel.Tests.Payments.Gateways;

/// <summary>The vendors' published and recomputed examples: the referee between our clients and the simulators, which share no code.</summary>
internal static class Vectors
{
    private static readonly JsonElement Root = JsonDocument.Parse(Repository.Read("tests/vectors.json")).RootElement;

    public static JsonElement[] Of(string group) => [.. Root.GetProperty(group).EnumerateArray()];

    public static JsonElement Named(string group, string name) => Of(group).Single(vector => vector.Text("name").StartsWith(name, StringComparison.Ordinal));

    public static string Text(this JsonElement vector, string name) => vector.GetProperty(name).GetString()!; // the file says so

    public static KeyValuePair<string, string?>[] Fields(this JsonElement vector) =>
        [.. vector.GetProperty("fields").EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.GetString()))];

    public static Fields AsFields(IEnumerable<KeyValuePair<string, string?>> pairs) => Padel.Payments.Gateways.Fields.Of(pairs)!; // no name twice
}
