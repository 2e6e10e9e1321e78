using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Padel.Booking.Availability;

/// <summary>Sends a snapshot: 304 to who has it, otherwise its bytes in the best encoding the client takes. Allocates next to nothing.</summary>
internal static class SnapshotAnswer
{
    private static readonly StringValues JsonType = "application/json; charset=utf-8";
    private static readonly StringValues NoCache = "no-cache";
    private static readonly StringValues VaryOn = "Accept-Encoding, Authorization";
    private static readonly StringValues BrotliName = "br";
    private static readonly StringValues GzipName = "gzip";

    public static Task Send(HttpContext http, DaySnapshot snapshot)
    {
        var (request, response) = (http.Request.Headers, http.Response);
        response.Headers.ETag = snapshot.ETag;
        response.Headers.CacheControl = NoCache;
        response.Headers.Vary = VaryOn;
        if (request.IfNoneMatch is { Count: > 0 } known && EntityTags.Match(known, snapshot.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var coding = ContentCodings.Choose(request.AcceptEncoding);
        if (coding != ContentCoding.Identity)
            response.Headers.ContentEncoding = coding == ContentCoding.Brotli ? BrotliName : GzipName;
        var body = snapshot.In(coding);
        response.Headers.ContentType = JsonType;
        response.ContentLength = body.Length;
        var written = response.BodyWriter.WriteAsync(body);
        return written.IsCompletedSuccessfully ? Task.CompletedTask : written.AsTask();
    }
}
