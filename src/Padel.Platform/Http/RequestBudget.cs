using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Padel.Platform.Http;

/// <summary>The counter of the rate limiter, for answers given before it: they count like any other request.</summary>
public sealed class RequestBudget(IOptions<RateLimiterOptions> options)
{
    /// <summary>False when the caller has used up the minute: leave the refusal to the rate limiter.</summary>
    public bool TryTake(HttpContext http)
    {
        if (options.Value.GlobalLimiter is not { } limiter)
            return true;
        using var lease = limiter.AttemptAcquire(http);
        return lease.IsAcquired;
    }
}
