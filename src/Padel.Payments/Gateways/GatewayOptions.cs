using System.ComponentModel.DataAnnotations;
using Padel.Payments.Gateways.EasyPaisa;
using Padel.Payments.Gateways.JazzCash;
using Padel.Payments.Gateways.PayFast;
using Padel.Payments.Gateways.Stripe;

namespace Padel.Payments.Gateways;

/// <summary>Where the gateways are (section <c>Payments:Gateways</c>): vendors move hosts and roll versions, so nothing of it is in code.</summary>
internal sealed class GatewayOptions
{
    public const string Section = "Payments:Gateways";

    [Required]
    public JazzCashOptions JazzCash { get; set; } = new();

    [Required]
    public EasyPaisaOptions EasyPaisa { get; set; } = new();

    [Required]
    public PayFastOptions PayFast { get; set; } = new();

    [Required]
    public StripeOptions Stripe { get; set; } = new();

    public GatewayLimits LimitsOf(string gateway) => gateway switch
    {
        GatewayNames.JazzCash => JazzCash.Limits,
        GatewayNames.EasyPaisa => EasyPaisa.Limits,
        GatewayNames.PayFast => PayFast.Limits,
        GatewayNames.Stripe => Stripe.Limits,
        _ => throw new ArgumentOutOfRangeException(nameof(gateway), gateway, "No such gateway."),
    };

    public bool IsValid() => new[] { JazzCash.BaseUrl, EasyPaisa.BaseUrl, PayFast.BaseUrl, Stripe.BaseUrl }.All(url => url.IsAbsoluteUri)
        && new[] { JazzCash.Limits, EasyPaisa.Limits, PayFast.Limits, Stripe.Limits }.All(limits => limits.AreValid());
}
