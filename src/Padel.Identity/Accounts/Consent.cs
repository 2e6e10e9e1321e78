using System.Text.Json;

namespace Padel.Identity.Accounts;

/// <summary>Agreement to the terms: <c>true</c> means the version shown now, a text names the version the person read.</summary>
internal static class Consent
{
    private const int MaxLength = 40;

    /// <returns>The version agreed to, or null for none.</returns>
    public static string? Read(JsonElement? consent, string currentVersion) => consent?.ValueKind switch
    {
        JsonValueKind.True => currentVersion,
        JsonValueKind.String when IsVersion(consent.Value) => consent.Value.GetString(),
        _ => null,
    };

    // Judged as it was sent: half a character (\ud800) cannot be read as text. A version needs no escapes.
    private static bool IsVersion(JsonElement consent) =>
        consent.GetRawText() is { Length: > 2 and <= MaxLength + 2 } raw && raw.All(c => c is > ' ' and <= '~' and not '\\');
}
