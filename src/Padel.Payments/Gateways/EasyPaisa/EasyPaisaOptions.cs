using System.ComponentModel.DataAnnotations;

namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>The live host; staging is https://easypaystg.easypaisa.com.pk with the same paths.</summary>
internal sealed class EasyPaisaOptions
{
    [Required]
    public Uri BaseUrl { get; set; } = new("https://easypay.easypaisa.com.pk");

    [Required]
    public string PagePath { get; set; } = "/easypay/Index.jsf";

    [Required]
    public string ConfirmPath { get; set; } = "/easypay/Confirm.jsf";

    [Required]
    public string PayPath { get; set; } = "/easypay-service/rest/v4/initiate-ma-transaction";

    [Required]
    public string InquiryPath { get; set; } = "/easypay-service/rest/v4/inquire-transaction";

    /// <summary>The signed version; a club whose account has keys uses it.</summary>
    [Required]
    public string SignedPayPath { get; set; } = "/easypay-service/rest/v5/initiate-ma-transaction";

    [Required]
    public string SignedInquiryPath { get; set; } = "/easypay-service/rest/v5/inquire-transaction";

    /// <summary>Hosts that a notification's address may name. We never call it; another host shows who is knocking.</summary>
    public string[] NotificationHosts { get; set; } = ["easypay.easypaisa.com.pk", "easypaystg.easypaisa.com.pk"];

    public GatewayLimits Limits { get; set; } = new();
}
