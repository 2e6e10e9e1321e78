using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Padel.Platform.Auth;

namespace Padel.Platform.Http;

/// <summary>The OpenAPI document, drawn from the routes themselves: use cases as operation ids, one problem schema, who may call.</summary>
internal static partial class ApiDocument
{
    public const string Name = "v1";
    private const string ProblemSchema = "Problem";

    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        options.AddDocumentTransformer(DescribeDocument);
        options.AddOperationTransformer(DescribeOperation);
        options.AddSchemaTransformer(ApiSchemas.Describe);
    });

    private static Task DescribeDocument(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new OpenApiInfo { Title = "Padel", Version = Name, Description = "Book padel courts. Failures are problem documents with a stable code." };
        document.Servers = []; // where it runs is nothing of the contract's
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [TokenAuthentication.SchemeName] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
        };
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        foreach (var schema in document.Components.Schemas.Values)
            ApiSchemas.LeaveOutNull(schema);
        document.Components.Schemas[ProblemSchema] = ProblemShape.Schema;
        document.Tags = TagsOf(document);
        return Task.CompletedTask;
    }

    private static HashSet<OpenApiTag> TagsOf(OpenApiDocument document) =>
        [.. document.Paths.Values
            .SelectMany(path => path.Operations ?? [])
            .SelectMany(operation => operation.Value.Tags ?? new HashSet<OpenApiTagReference>())
            .Select(tag => tag.Name).Distinct().Order(StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name })];

    private static Task DescribeOperation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<MethodInfo>().FirstOrDefault()?.DeclaringType?.Namespace is { } space)
            operation.Tags = new HashSet<OpenApiTagReference> { new(TagOf(space), context.Document) };
        AddPathParameters(operation, context.Description.RelativePath);
        if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(TokenAuthentication.SchemeName, context.Document)] = [] }];

        operation.Responses ??= [];
        foreach (var failure in operation.Responses.Keys.Where(status => status[0] is '4' or '5').ToArray())
            operation.Responses.Remove(failure);
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem document.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) },
            },
        };
        return Task.CompletedTask;
    }

    // The folder of the use case; the platform's own routes are for those who run the product.
    private static string TagOf(string space) => space.StartsWith("Padel.Platform", StringComparison.Ordinal) ? "Operations" : space.Split('.')[^1];

    // Ids that the policy reads, not the handler, are part of the address all the same.
    private static void AddPathParameters(OpenApiOperation operation, string? path)
    {
        operation.Parameters ??= [];
        foreach (Match match in PathParameter().Matches(path ?? ""))
        {
            var name = match.Groups[1].Value;
            if (operation.Parameters.All(parameter => parameter.Name != name))
                operation.Parameters.Insert(0, new OpenApiParameter
                {
                    Name = name, In = ParameterLocation.Path, Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = name.EndsWith("Id", StringComparison.Ordinal) ? "uuid" : null },
                });
        }

        if (operation.Parameters.Count == 0)
            operation.Parameters = null;
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex PathParameter();
}
