using System.Text.Json;
using System.Text.Json.Serialization;

namespace Padel.Kernel;

/// <summary>Writes a currency as its code, so that money in JSON is <c>{ "amountMinor": 900000, "currency": "PKR" }</c>.</summary>
public sealed class CurrencyJson : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is { } code && Currency.IsKnown(code)
            ? Currency.Of(code)
            : throw new JsonException("Not a known currency.");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
