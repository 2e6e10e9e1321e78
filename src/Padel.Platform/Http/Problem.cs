using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>
/// The only writer of failures: RFC 9457 problem details with <c>code</c>, <c>traceId</c>, <c>retryable</c>, and <c>errors</c> per field.
/// A 5xx tells nothing of the inside.
/// </summary>
public sealed class Problem(Error error) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public Error Error { get; } = error;

    int? IStatusCodeHttpResult.StatusCode => Error.Status;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(ProblemDetails), ["application/problem+json"]));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Error.Status;
        response.Headers.CacheControl = "no-store";
        if (Error.RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return response.WriteAsJsonAsync(Document(httpContext), options: null, "application/problem+json", httpContext.RequestAborted);
    }

    private Dictionary<string, object?> Document(HttpContext httpContext)
    {
        var document = new Dictionary<string, object?>
        {
            ["type"] = "about:blank",
            ["title"] = Error.Title,
            ["status"] = Error.Status,
            ["code"] = Error.Code,
            ["traceId"] = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier,
            ["retryable"] = Error.Status is 408 or 429 or >= 500,
        };
        if (Error.Detail is not null)
            document["detail"] = Error.Detail;
        if (Error.Fields is not null)
            document["errors"] = Error.Fields;
        foreach (var (name, value) in Error.Extensions)
            document[name] = value;
        return document;
    }
}
