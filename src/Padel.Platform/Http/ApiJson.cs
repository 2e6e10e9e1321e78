using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Padel.Platform.Http;

/// <summary>
/// How this product writes and reads JSON, the same everywhere: camelCase, instants with <c>Z</c>, enums as snake_case words, absent instead
/// of null, numbers only from numbers, nothing nested deeper than 32, a member that is not nullable must be sent.
/// Use it wherever an answer is turned into bytes outside of minimal APIs.
/// </summary>
public static class ApiJson
{
    public const int MaxDepth = 32;

    public static readonly JsonSerializerOptions Options = Make();

    internal static void Apply(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = MaxDepth;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Converters.Add(new InstantConverter());
        options.Converters.Add(new DateConverter());
        options.Converters.Add(new TextConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireWhatIsNotNullable } };
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly();
        return options;
    }

    // A record's parameter without "?" and without a default must be in the request. Writing stays tolerant: a null of ours is left out.
    private static void RequireWhatIsNotNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property is { Set: not null, AssociatedParameter: { HasDefaultValue: false, IsNullable: false } } && Nullable.GetUnderlyingType(property.PropertyType) is null)
                property.IsRequired = true;
            if (!property.PropertyType.IsValueType)
                property.IsGetNullable = true;
        }
    }
}
