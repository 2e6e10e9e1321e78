namespace Padel.Payments.Gateways;

/// <summary>Names of gateways in paths, ledger accounts and the database.</summary>
internal static class GatewayNames
{
    public const string JazzCash = "jazzcash";
    public const string EasyPaisa = "easypaisa";
    public const string PayFast = "payfast";
    public const string Stripe = "stripe";
}
