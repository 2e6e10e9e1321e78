using Microsoft.AspNetCore.Http;

namespace Padel.Payments.Paying;

/// <summary>303: whatever brought the browser here, it goes on with a GET, which carries its session again.</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
