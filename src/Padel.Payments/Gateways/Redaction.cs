using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Padel.Payments.Gateways;

/// <summary>
/// What may be stored of a message: everything but personal data and secrets. Values go by their names, and whatever looks like a card,
/// a mobile number, an identity card or an email goes wherever it stands. What is neither a form nor JSON keeps its length and digest only.
/// </summary>
internal static partial class Redaction
{
    private const string Mark = "***";

    /// <summary>Names that are masked when they contain one of these.</summary>
    private static readonly string[] Fragments =
    [
        "cnic", "mobile", "msisdn", "phone", "password", "mpin", "email", "card", "cvv", "cvc", "secret", "secured", "token", "credential", "address",
        "ppmpf",
    ];

    private static readonly FrozenSet<string> Names = new[]
    {
        "pin", "pan", "name", "customer_name", "customer_details", "billing_details", "shipping_details", "payment_method_details", "customer_mobile_no",
        "account_number", "accountNum", "ip", "client_ip",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsForm(string? contentType) =>
        contentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Query and body of a message.</summary>
    public static string Of(GatewayMessage message)
    {
        var query = message.Query.Length == 0 ? "" : "?" + OfForm(message.Query);
        return message.Body.Length == 0 ? query : query + OfBody(message.Body, message.ContentType);
    }

    public static string OfBody(ReadOnlyMemory<byte> body, string? contentType)
    {
        if (IsForm(contentType))
            return OfForm(Encoding.UTF8.GetString(body.Span));
        try
        {
            var node = JsonNode.Parse(body.Span);
            return node is null ? "null" : Scrub(Masked(node).ToJsonString(Compact));
        }
        catch (Exception notJson) when (notJson is JsonException or ArgumentException)
        {
            return $"[{body.Length} bytes, sha256 {Convert.ToHexString(SHA256.HashData(body.Span))}]";
        }
    }

    public static string OfForm(string text)
    {
        if (Fields.OfForm(text) is not { } fields)
            return $"[a form with a name twice, {text.Length} characters]";
        return Scrub(string.Join('&', fields.All.Select(field => $"{field.Key}={(IsSensitive(field.Key) ? Masked(field.Value) : field.Value)}")));
    }

    private static string Masked(string? value) => string.IsNullOrEmpty(value) ? "" : Mark;

    private static JsonNode Masked(JsonNode node)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields.ToArray())
                    fields[name] = value is null ? null : IsSensitive(name) ? Mark : Masked(value.DeepClone());
                return fields;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => item is null ? null : Masked(item.DeepClone()))]);
            default:
                return node.DeepClone();
        }
    }

    private static bool IsSensitive(string name) =>
        Names.Contains(name) || Fragments.Any(fragment => name.Contains(fragment, StringComparison.OrdinalIgnoreCase));

    private static string Scrub(string text)
    {
        text = Card().Replace(text, match => IsCard(match.Value) ? Mark : match.Value);
        text = IdentityCard().Replace(text, Mark);
        text = Mobile().Replace(text, Mark);
        return Email().Replace(text, Mark);
    }

    // Luhn, so that times and references of the gateways stay readable.
    private static bool IsCard(string text)
    {
        var sum = 0;
        var twice = false;
        foreach (var digit in text.Where(char.IsAsciiDigit).Reverse().Select(c => c - '0'))
        {
            var value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }

        return sum % 10 == 0;
    }

    [GeneratedRegex(@"(?<!\d)(?:[3-6]\d|2[2-7])(?:[ -]?\d){11,17}(?!\d)")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\d)[1-7]\d{4}-\d{7}-\d(?!\d)")]
    private static partial Regex IdentityCard();

    [GeneratedRegex(@"(?<!\d)(?:\+?92|0092|0)[ -]?3\d{2}[ -]?\d{7}(?!\d)")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")]
    private static partial Regex Email();
}
