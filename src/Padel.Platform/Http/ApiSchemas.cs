using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>
/// Schemas as <see cref="ApiJson"/> writes: what our converters make of a type cannot be guessed, and a null is left out, so that
/// "nullable" means "may be missing", which "required" says.
/// </summary>
internal static class ApiSchemas
{
    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(string))
            schema.Type = JsonSchemaType.String;
        else if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (type == typeof(DateOnly))
            (schema.Type, schema.Format) = (JsonSchemaType.String, "date");
        else if (type == typeof(Currency))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String, "^[A-Z]{3}$");
        if (context.JsonTypeInfo.Kind == JsonTypeInfoKind.Object)
            schema.Required = context.JsonTypeInfo.Properties.Where(IsAlwaysThere).Select(property => property.Name)
                .Where(name => schema.Properties?.ContainsKey(name) == true).ToHashSet();
        schema.Type &= ~JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    public static void LeaveOutNull(IOpenApiSchema schema)
    {
        if (schema.Properties is null)
            return;
        foreach (var (name, property) in schema.Properties.ToArray())
        {
            if (property.OneOf is { Count: 2 } choice && choice.Any(IsNull))
                schema.Properties[name] = choice.First(one => !IsNull(one));
        }
    }

    private static bool IsNull(IOpenApiSchema schema) => schema is OpenApiSchema { Type: JsonSchemaType.Null };

    private static bool IsAlwaysThere(JsonPropertyInfo property)
    {
        if (property.AssociatedParameter is { HasDefaultValue: true })
            return false;
        if (property.PropertyType.IsValueType)
            return Nullable.GetUnderlyingType(property.PropertyType) is null;
        return property.AttributeProvider is PropertyInfo info && new NullabilityInfoContext().Create(info).ReadState == NullabilityState.NotNull;
    }
}
