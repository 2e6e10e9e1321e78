using System.Text.Json;
using Padel.Tests.Architecture;

namespace Padel.Tests.Simulators;

/// <summary>The test vectors, computed independently of both the clients and the simulators.</summary>
internal static class Vectors
{
    public static IEnumerable<JsonElement> Of(string vendor) =>
        JsonDocument.Parse(Repository.Read("tests/vectors.json")).RootElement.GetProperty(vendor).EnumerateArray();

    public static Dictionary<string, string> Fields(JsonElement vector) =>
        vector.GetProperty("fields").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString() ?? "", StringComparer.Ordinal);

    public static string Text(this JsonElement vector, string name) => vector.GetProperty(name).GetString()!;
}
