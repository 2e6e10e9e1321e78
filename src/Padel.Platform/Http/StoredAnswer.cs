using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Http;

/// <summary>A success as it was first given, to be given again byte for byte.</summary>
public sealed record StoredAnswer(int Status, string Body, string? Location, bool Replayed) : IResult, IStatusCodeHttpResult
{
    int? IStatusCodeHttpResult.StatusCode => Status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = MediaTypeNames.Application.Json;
        response.Headers.CacheControl = "no-store";
        if (Location is not null)
            response.Headers.Location = Location;
        if (Replayed)
            response.Headers["Idempotency-Replayed"] = "true";
        return response.WriteAsync(Body, Encoding.UTF8, httpContext.RequestAborted);
    }
}
