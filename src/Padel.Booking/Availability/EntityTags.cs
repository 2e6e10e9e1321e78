using Microsoft.Extensions.Primitives;

namespace Padel.Booking.Availability;

/// <summary>Weak comparison of <c>If-None-Match</c> with one entity tag (RFC 9110, 13.1.2).</summary>
internal static class EntityTags
{
    public static bool Match(StringValues ifNoneMatch, StringValues entityTag)
    {
        var opaque = Opaque(entityTag.ToString());
        foreach (var header in ifNoneMatch)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var candidate = header.AsSpan()[part].Trim();
                if (candidate is "*" || Opaque(candidate).SequenceEqual(opaque))
                    return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Opaque(ReadOnlySpan<char> tag) => tag.StartsWith("W/") ? tag[2..] : tag;
}
