using System.ComponentModel.DataAnnotations;

namespace Padel.Payments.Gateways.Stripe;

internal sealed class StripeOptions
{
    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.stripe.com");

    /// <summary>Pinned, so that answers and events keep the shape that is read here.</summary>
    [Required]
    public string ApiVersion { get; set; } = "2026-07-29.dahlia";

    /// <summary>An event's signature may be so old, or so far ahead.</summary>
    [Range(30, 3600)]
    public int SignatureToleranceSeconds { get; set; } = 300;

    /// <summary>A session may not be asked to end earlier than 30 minutes after it begins; the hold's end closes it before.</summary>
    [Range(30, 1440)]
    public int ShortestSessionMinutes { get; set; } = 31;

    [Range(0, 5)]
    public int Retries { get; set; } = 2;

    [Range(1, 5000)]
    public int FirstRetryMilliseconds { get; set; } = 500;

    public GatewayLimits Limits { get; set; } = new();
}
