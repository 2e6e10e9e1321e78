using System.ComponentModel.DataAnnotations;

namespace Padel.Payments.Gateways.JazzCash;

/// <summary>
/// Hosts and paths differ by the year a merchant joined (classic, pgw, orchestrator); these are the classic live ones. The classic sandbox
/// is https://sandbox.jazzcash.com.pk with the same paths.
/// </summary>
internal sealed class JazzCashOptions
{
    [Required]
    public Uri BaseUrl { get; set; } = new("https://payments.jazzcash.com.pk");

    [Required]
    public string PagePath { get; set; } = "/CustomerPortal/transactionmanagement/merchantform";

    /// <summary>The mobile-wallet call in its version 2.0 (mobile number and six digits of the identity card).</summary>
    [Required]
    public string WalletPath { get; set; } = "/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction";

    [Required]
    public string InquiryPath { get; set; } = "/ApplicationAPI/API/PaymentInquiry/Inquire";

    [Required]
    public string RefundPath { get; set; } = "/ApplicationAPI/API/Purchase/domwalletrefundtransaction";

    [Required]
    public string PageVersion { get; set; } = "1.1";

    /// <summary>The gateway's own expiry lies so long after the end of the hold, for a player who types the PIN in the last second.</summary>
    [Range(0, 1440)]
    public int ExpiryMarginMinutes { get; set; } = 2;

    public GatewayLimits Limits { get; set; } = new();
}
