using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Padel.Platform.Http;

/// <summary>Makes every failed answer a problem document: what threw, and what only had a status code.</summary>
internal sealed partial class FailureHandling(RequestDelegate next, ILogger<FailureHandling> logger)
{
    // nginx's word for a client that went away; nobody reads it but the access log.
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (IsBare(http.Response))
                await new Problem(Failures.OfStatus(http.Response.StatusCode)).ExecuteAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            if (!http.Response.HasStarted)
                http.Response.StatusCode = ClientClosedRequest;
        }
        catch (Exception error) when (!http.Response.HasStarted)
        {
            await Answer(http, error);
        }
    }

    private async Task Answer(HttpContext http, Exception error)
    {
        var failure = Failures.Of(error, http);
        if (failure.Status == ServerErrors.Unavailable.Status)
            OutOfReach(logger, http.Request.Method, http.Request.Path, error);
        else if (failure.Status >= StatusCodes.Status500InternalServerError)
            Failed(logger, http.Request.Method, http.Request.Path, error);
        http.Response.Clear();
        await new Problem(failure).ExecuteAsync(http);
    }

    private static bool IsBare(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null };

    [LoggerMessage(EventId = 1601, Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void Failed(ILogger logger, string method, string path, Exception error);

    [LoggerMessage(EventId = 1602, Level = LogLevel.Warning, Message = "{Method} {Path} could not reach what it needs")]
    private static partial void OutOfReach(ILogger logger, string method, string path, Exception error);
}
