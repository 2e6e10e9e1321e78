using System.ComponentModel.DataAnnotations;

namespace Padel.Payments.Gateways.PayFast;

/// <summary>PayFast of Pakistan (not the South African one). The test host is https://ipguat.apps.net.pk/Ecommerce/api/Transaction.</summary>
internal sealed class PayFastOptions
{
    [Required]
    public Uri BaseUrl { get; set; } = new("https://ipg1.apps.net.pk/Ecommerce/api/Transaction");

    [Required]
    public string TokenPath { get; set; } = "/GetAccessToken";

    [Required]
    public string PagePath { get; set; } = "/PostTransaction";

    /// <summary>A request without one is refused there, and our client sends none of its own accord.</summary>
    [Required]
    public string UserAgent { get; set; } = "Padel/1.0";

    [Required]
    public string Version { get; set; } = "PADEL-1.0";

    public GatewayLimits Limits { get; set; } = new();
}
