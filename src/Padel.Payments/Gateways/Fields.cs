using System.Net;
using System.Text;
using System.Text.Json;

namespace Padel.Payments.Gateways;

/// <summary>
/// Fields of a message in the order and spelling they came in; looked up without regard to case, because gateways vary it. A name that comes
/// twice makes the message unreadable: nobody could say which of the two was meant.
/// </summary>
internal sealed class Fields
{
    private readonly Dictionary<string, string?> _byName = new(StringComparer.OrdinalIgnoreCase);

    private Fields(IReadOnlyList<KeyValuePair<string, string?>> all) => All = all;

    public IReadOnlyList<KeyValuePair<string, string?>> All { get; }

    /// <summary>The value, or null when it is missing or empty.</summary>
    public string? this[string name] => _byName.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    public static Fields? Of(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var fields = new Fields([.. pairs]);
        return fields.All.All(pair => fields._byName.TryAdd(pair.Key, pair.Value)) ? fields : null;
    }

    /// <summary>A flat JSON object; inner objects stay as their text. Null for anything else.</summary>
    public static Fields? OfJson(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(document.RootElement.EnumerateObject().Select(Pair)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static Fields? OfForm(ReadOnlyMemory<byte> body) => OfForm(Encoding.UTF8.GetString(body.Span));

    /// <summary>A form body or a query.</summary>
    public static Fields? OfForm(string text) => Of(text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        return at < 0
            ? new KeyValuePair<string, string?>(WebUtility.UrlDecode(part), "")
            : new KeyValuePair<string, string?>(WebUtility.UrlDecode(part[..at]), WebUtility.UrlDecode(part[(at + 1)..]));
    }));

    private static KeyValuePair<string, string?> Pair(JsonProperty property) => new(property.Name, property.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => property.Value.GetString(),
        _ => property.Value.GetRawText(),
    });
}
