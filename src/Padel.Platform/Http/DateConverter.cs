using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Padel.Platform.Http;

/// <summary>Calendar dates: <c>2026-12-01</c>, in years a club's calendar can be worked out for.</summary>
internal sealed class DateConverter : JsonConverter<DateOnly>
{
    public const string OutOfReach = "A date lies between 1900 and 2200.";
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    public static bool IsWithinReach(DateOnly date) => date.Year is >= FirstYear and <= LastYear;

    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
        && DateOnly.TryParseExact(reader.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && IsWithinReach(date)
            ? date
            : throw new JsonException("A date looks like 2026-12-01 and lies between 1900 and 2200.");

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
