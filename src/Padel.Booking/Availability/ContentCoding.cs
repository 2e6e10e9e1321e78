using Microsoft.Extensions.Primitives;

namespace Padel.Booking.Availability;

internal enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>Chooses among prebuilt bodies by <c>Accept-Encoding</c> (RFC 9110, 12.5.3) without allocating: Brotli, then gzip, then as is.</summary>
internal static class ContentCodings
{
    public static ContentCoding Choose(StringValues acceptEncoding)
    {
        var chosen = ContentCoding.Identity;
        foreach (var header in acceptEncoding)
        {
            foreach (var part in header.AsSpan().Split(','))
            {
                var coding = Read(header.AsSpan()[part]);
                if (coding > chosen)
                    chosen = coding;
            }
        }

        return chosen;
    }

    // "br;q=0.9": refused only with a weight of nothing.
    private static ContentCoding Read(ReadOnlySpan<char> part)
    {
        var semicolon = part.IndexOf(';');
        var name = (semicolon < 0 ? part : part[..semicolon]).Trim();
        var coding = name.Equals("br", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Brotli
            : name.Equals("gzip", StringComparison.OrdinalIgnoreCase) ? ContentCoding.Gzip
            : ContentCoding.Identity;
        return semicolon >= 0 && IsZero(part[(semicolon + 1)..].Trim()) ? ContentCoding.Identity : coding;
    }

    private static bool IsZero(ReadOnlySpan<char> weight) =>
        weight.StartsWith("q=0", StringComparison.OrdinalIgnoreCase) && weight[3..].Trim(".0") is [];
}
