using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Padel.Simulators.Stripe;

/// <summary>The Stripe-Signature header: a time, and per secret the HMAC-SHA256 of time, dot and body.</summary>
internal static class StripeSignature
{
    public const string Header = "Stripe-Signature";

    public static string Of(string body, DateTimeOffset at, params ReadOnlySpan<string> secrets)
    {
        var time = at.ToUnixTimeSeconds();
        var header = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"t={time}"));
        foreach (var secret in secrets)
            header.Append(",v1=").Append(Digest(body, time, secret));
        return header.ToString();
    }

    public static string Digest(string body, long time, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{time}.{body}"))));
}
