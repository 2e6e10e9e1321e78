using System.Text.Json;
using System.Text.Json.Serialization;

namespace Padel.Platform.Http;

/// <summary>Text without NUL characters: PostgreSQL cannot store them, so they are refused where they come in.</summary>
internal sealed class TextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new JsonException("A text is expected.");
        var text = reader.GetString();
        return text is not null && text.Contains('\0') ? throw new JsonException("A text may not contain NUL characters.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
