using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Padel.Platform.Http;

/// <summary>
/// Refuses addresses no honest client sends: NUL characters, which PostgreSQL cannot store or compare, and dates so far away that a club's
/// calendar cannot be worked out for them.
/// </summary>
internal sealed class AddressGuard(RequestDelegate next)
{
    private const int DateLength = 10;

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (!request.QueryString.HasValue && request.Path.Value?.Contains('\0') != true)
            return next(http);
        return Judge(request) is { } error ? new Problem(error).ExecuteAsync(http) : next(http);
    }

    private static Kernel.Error? Judge(HttpRequest request)
    {
        if (request.Path.Value?.Contains('\0') == true)
            return RequestErrors.Malformed("The address contains a NUL character.");
        foreach (var (name, values) in request.Query)
        {
            foreach (var value in values)
            {
                if (name.Contains('\0') || value?.Contains('\0') == true)
                    return RequestErrors.Malformed("The address contains a NUL character.");
                if (value?.Length == DateLength && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                    && !DateConverter.IsWithinReach(date))
                    return RequestErrors.Invalid((name, DateConverter.OutOfReach));
            }
        }

        return null;
    }
}
