using System.Globalization;
using Microsoft.AspNetCore.Http;
using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

/// <summary>The version of a thing as an entity tag: <c>"3"</c>. Clients may also send it bare.</summary>
internal static class EntityVersion
{
    public static string Write(int version) => $"\"{version}\"";

    /// <summary>The version in <c>If-Match</c>: 428 without the header; one that cannot be ours matches nothing.</summary>
    public static Result<int> IfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            return RequestErrors.VersionRequired;
        var text = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : RequestErrors.VersionStale;
    }
}
