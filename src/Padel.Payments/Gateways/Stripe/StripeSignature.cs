using System.Globalization;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>
/// <c>Stripe-Signature: t=…,v1=…[,v1=…]</c>: HMAC-SHA256 of the time, a dot and the raw body, keyed with the whole secret. While a secret is
/// changed there are two; one that fits is enough. Other schemes (v0) do not count.
/// </summary>
internal static class StripeSignature
{
    public const string Header = "Stripe-Signature";

    public static bool Matches(string? header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now, TimeSpan tolerance)
    {
        var parts = (header ?? "").Split(',').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1]);
        if (parts["t"].Take(2).ToArray() is not [var stamp] || !long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)tolerance.TotalSeconds)
            return false;
        var expected = FixedTime.HmacSha256(secret, [.. System.Text.Encoding.UTF8.GetBytes(stamp + "."), .. body]);
        return parts["v1"].Aggregate(false, (fits, given) => FixedTime.IsHexOf(given, expected) | fits);
    }
}
