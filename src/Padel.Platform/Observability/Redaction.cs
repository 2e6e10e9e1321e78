using System.Text.RegularExpressions;

namespace Padel.Platform.Observability;

/// <summary>
/// Takes personal data and secrets out of what is logged: phone numbers, emails, tokens, codes. A net under the rule that nobody logs them.
/// </summary>
internal static partial class Redaction
{
    public const string Mark = "[redacted]";
    private const int ShortestReplaced = 4;

    private static readonly HashSet<string> SensitiveNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "phone", "email", "to", "identifier", "contact", "code", "otp", "password", "secret", "token", "accessToken", "refreshToken",
        "authorization", "cookie", "connectionString", "recoveryCode", "guestPhone",
    };

    public static bool IsSensitive(string name) => SensitiveNames.Contains(name);

    public static string Of(string text)
    {
        text = Token().Replace(text, "[token]");
        text = Secret().Replace(text, "$1 " + Mark);
        text = OneTimeCode().Replace(text, "$1 " + Mark);
        text = Email().Replace(text, "[email]");
        return Phone().Replace(text, "[phone]");
    }

    /// <summary>The text without the values of sensitive properties, whatever they look like.</summary>
    public static string Of(string text, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        foreach (var (name, value) in properties)
        {
            if (IsSensitive(name) && value?.ToString() is { Length: >= ShortestReplaced } secret)
                text = text.Replace(secret, Mark, StringComparison.Ordinal);
        }

        return Of(text);
    }

    // Signed tokens, bearer headers, and long opaque words that mix digits with both cases.
    [GeneratedRegex(@"\beyJ[\w-]+\.[\w-]+\.?[\w-]*|\bBearer\s+\S+|\b(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[A-Za-z0-9_-]{40,}\b")]
    private static partial Regex Token();

    [GeneratedRegex(@"\b(password|pwd|secret|token|cookie)\b[""']?\s*[=:]\s*[""']?[^\s;,""']+", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"\b(code|otp|pin)\b\W{0,3}(?:is\s+)?\d{4,8}\b", RegexOptions.IgnoreCase)]
    private static partial Regex OneTimeCode();

    [GeneratedRegex(@"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();

    // International with a plus or 00, or a Pakistani mobile as people write it. Not any run of digits: ids and times must stay readable.
    [GeneratedRegex(@"(?<![\w+])(?:\+\d[\d\s().-]{6,18}\d|00[1-9]\d{8,13}|(?:92[\s-]?|0)3\d{2}[\s-]?\d{3}[\s-]?\d{4})(?!\w)")]
    private static partial Regex Phone();
}
