using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Http;

/// <summary>Refuses NUL characters in the address: PostgreSQL cannot store or compare them, and no honest client sends them.</summary>
internal sealed class NulGuard(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        return request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true || request.Path.Value?.Contains('\0') == true
            ? new Problem(RequestErrors.Malformed("The address contains a NUL character.")).ExecuteAsync(http)
            : next(http);
    }
}
