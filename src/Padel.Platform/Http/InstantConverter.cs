using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Padel.Platform.Http;

/// <summary>Instants: written with <c>Z</c>; read with <c>Z</c> or an offset, never without (that would mean the server's own zone).</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    // Wide enough for every record of a club, narrow enough that adding days cannot overflow.
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.TryGetDateTimeOffset(out var instant) || !HasOffset(reader.GetString()))
            throw new JsonException("An instant looks like 2026-12-01T15:00:00Z.");
        if (instant.Year is < FirstYear or > LastYear)
            throw new JsonException($"An instant lies between {FirstYear} and {LastYear}.");
        return instant.ToUniversalTime();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));

    private static bool HasOffset(string? text) => text is { Length: > 6 } && (text[^1] is 'Z' || text[^6] is '+' or '-' && text.Contains('T'));
}
