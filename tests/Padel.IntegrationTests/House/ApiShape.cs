using System.Text.Json.Nodes;

namespace Padel.IntegrationTests.House;

/// <summary>Reads the served API document: which routes there are, what they take, and a request that almost fits.</summary>
internal sealed class ApiShape(JsonNode document)
{
    private const int MaxDepth = 4;

    public IEnumerable<(string Method, string Path, JsonNode Operation)> Operations() =>
        Members(document["paths"]).SelectMany(path => Members(path.Value).Select(one => (one.Key.ToUpperInvariant(), path.Key, one.Value)));

    public static IEnumerable<string> Queries(JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Where(one => one?["in"]?.GetValue<string>() == "query").Select(one => one!["name"]!.GetValue<string>()); // parameters have both

    /// <summary>A body of the right shape with plausible values; null when the route takes none as JSON.</summary>
    public JsonObject? Body(JsonNode operation) =>
        operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema ? Sample(schema, 0) as JsonObject : null;

    private JsonNode? Sample(JsonNode schema, int depth)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return Sample(document["components"]!["schemas"]![reference.Split('/')[^1]]!, depth); // references lead somewhere
        if (schema["enum"] is JsonArray values)
            return values[0]?.DeepClone();
        return (schema["type"]?.ToString(), schema["format"]?.ToString()) switch
        {
            ("string", "uuid") => "0192f0c1-a1b2-7c3d-8e4f-000000000001",
            ("string", "date-time") => "2026-12-01T15:00:00Z",
            ("string", "date") => "2026-12-01",
            ("string", _) => "some text",
            ("integer", _) => 60,
            ("number", _) => 1,
            ("boolean", _) => true,
            ("array", _) => depth < MaxDepth && schema["items"] is { } items ? new JsonArray(Sample(items, depth + 1)) : new JsonArray(),
            _ when schema["properties"] is JsonObject properties && depth < MaxDepth =>
                new JsonObject(properties.Select(one => new KeyValuePair<string, JsonNode?>(one.Key, Sample(one.Value!, depth + 1)))), // schemas are never null
            _ => new JsonObject(),
        };
    }

    private static IEnumerable<KeyValuePair<string, JsonNode>> Members(JsonNode? node) =>
        (node as JsonObject ?? []).Select(one => new KeyValuePair<string, JsonNode>(one.Key, one.Value!)); // the document has no nulls
}
