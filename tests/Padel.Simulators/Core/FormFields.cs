using System.Text.Json;

namespace Padel.Simulators.Core;

/// <summary>The fields of a request as plain text by name, whether they came as a form or as JSON.</summary>
internal static class FormFields
{
    public static async Task<Dictionary<string, string>> Read(HttpRequest request)
    {
        if (request.HasFormContentType)
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        using var json = await JsonDocument.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
        return OfJson(json.RootElement);
    }

    public static Dictionary<string, string> OfJson(JsonElement json) =>
        json.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind switch
        {
            JsonValueKind.String => field.Value.GetString() ?? "",
            JsonValueKind.Null => "",
            _ => field.Value.GetRawText(),
        }, StringComparer.Ordinal);
}
