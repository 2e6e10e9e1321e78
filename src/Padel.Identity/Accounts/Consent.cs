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
        JsonValueKind.String when IsVersion(consent.Value.GetString()) => consent.Value.GetString(),
        _ => null,
    };

    private static bool IsVersion(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(c => c is > ' ' and <= '~');
}
