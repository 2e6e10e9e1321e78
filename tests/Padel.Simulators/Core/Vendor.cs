namespace Padel.Simulators.Core;

internal enum Vendor
{
    JazzCash,
    EasyPaisa,
    PayFast,
    Stripe,
}

internal static class Vendors
{
    /// <summary>The vendor's name in paths and control messages: jazzcash, easypaisa, payfast, stripe.</summary>
    public static string Slug(this Vendor vendor) => vendor.ToString().ToLowerInvariant();

    public static bool TryParse(string? slug, out Vendor vendor) => Enum.TryParse(slug, ignoreCase: true, out vendor) && Enum.IsDefined(vendor);
}
