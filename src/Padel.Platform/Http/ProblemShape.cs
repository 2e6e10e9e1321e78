using Microsoft.OpenApi;

namespace Padel.Platform.Http;

/// <summary>What <see cref="Problem"/> writes, for the API document.</summary>
internal static class ProblemShape
{
    public static OpenApiSchema Schema => new()
    {
        Type = JsonSchemaType.Object,
        Description = "RFC 9457. Codes are listed in docs/errors.md; some carry more members, for example alternatives.",
        Required = new HashSet<string> { "type", "title", "status", "code", "traceId", "retryable" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Of(JsonSchemaType.String),
            ["title"] = Of(JsonSchemaType.String),
            ["status"] = Of(JsonSchemaType.Integer),
            ["detail"] = Of(JsonSchemaType.String),
            ["code"] = Of(JsonSchemaType.String),
            ["traceId"] = Of(JsonSchemaType.String),
            ["retryable"] = Of(JsonSchemaType.Boolean),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Sentences per field.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Of(JsonSchemaType.String) },
            },
        },
    };

    private static OpenApiSchema Of(JsonSchemaType type) => new() { Type = type };
}
