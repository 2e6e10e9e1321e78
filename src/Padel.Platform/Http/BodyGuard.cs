using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Padel.Platform.Http;

/// <summary>
/// Refuses a body that announces itself too large, and lets the server read it away afterwards: a connection that is cut while the client
/// still sends loses the answer. What does not announce its length, or is larger still, is cut by Kestrel. Text comes in UTF-8.
/// </summary>
internal sealed class BodyGuard(RequestDelegate next)
{
    private const long ReadAwayAtMostBytes = 64 * 1024 * 1024;

    public Task InvokeAsync(HttpContext http)
    {
        var allowed = http.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? RequestLimits.DefaultBodyBytes;
        if (http.Request.ContentLength is not { } length || length <= allowed)
            return IsReadable(http.Request.ContentType) ? next(http) : new Problem(RequestErrors.UnsupportedMediaType).ExecuteAsync(http);
        if (length <= ReadAwayAtMostBytes && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ReadAwayAtMostBytes;
        return new Problem(RequestErrors.TooLarge).ExecuteAsync(http);
    }

    private static bool IsReadable(string? contentType) =>
        contentType is null || !MediaTypeHeaderValue.TryParse(contentType, out var type) || !type.Charset.HasValue
        || StringSegment.Equals(HeaderUtilities.RemoveQuotes(type.Charset), "utf-8", StringComparison.OrdinalIgnoreCase);
}
