using System.Text.Json;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>Reads members of Stripe's objects; what is missing or of another kind is null.</summary>
internal static class StripeJson
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public static long? Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static string? Metadata(this JsonElement element, string name) => element.Member("metadata")?.Text(name);
}
