namespace Padel.Payments.Gateways;

/// <summary>The gateways of this product. Order matters: <c>card</c> takes the first that the club has.</summary>
internal static class GatewayCatalogue
{
    public static IReadOnlyList<GatewayDescription> All { get; } =
    [
        new(GatewayNames.JazzCash, "JazzCash", ["jazzcash", "card"],
        [
            new("merchantId", "Merchant ID", IsSecret: false, IsRequired: true),
            new("password", "Password", IsSecret: true, IsRequired: true),
            new("integritySalt", "Integrity salt", IsSecret: true, IsRequired: true),
            new("merchantMpin", "Merchant MPIN (for refunds)", IsSecret: true, IsRequired: false) { WhyNot = CredentialForms.Mpin },
            new("subMerchantName", "Sub-merchant name (letters only)", IsSecret: false, IsRequired: false) { WhyNot = CredentialForms.Letters },
        ], "merchantId"),
        new(GatewayNames.EasyPaisa, "EasyPaisa", ["easypaisa"],
        [
            new("storeId", "Store ID", IsSecret: false, IsRequired: true),
            new("hashKey", "Hash key (when hashing is on)", IsSecret: true, IsRequired: false) { WhyNot = CredentialForms.AesKey },
            new("username", "API user name", IsSecret: false, IsRequired: true),
            new("password", "API password", IsSecret: true, IsRequired: true),
            new("accountNumber", "Merchant account number", IsSecret: false, IsRequired: true),
            new("privateKey", "Our RSA key, PEM (signed REST v5)", IsSecret: true, IsRequired: false) { WhyNot = CredentialForms.PrivateKey },
            new("vendorPublicKey", "EasyPaisa's RSA key, PEM (signed REST v5)", IsSecret: false, IsRequired: false) { WhyNot = CredentialForms.PublicKey },
        ], "storeId"),
        new(GatewayNames.PayFast, "PayFast Pakistan", ["card"],
        [
            new("merchantId", "Merchant ID", IsSecret: false, IsRequired: true),
            new("securedKey", "Secured key", IsSecret: true, IsRequired: true),
            new("merchantName", "Merchant name", IsSecret: false, IsRequired: true),
        ], "merchantId"),
        new(GatewayNames.Stripe, "Stripe (needs a foreign entity)", ["card"],
        [
            new("secretKey", "Secret key", IsSecret: true, IsRequired: true),
            new("webhookSecret", "Webhook signing secret", IsSecret: true, IsRequired: true),
        ], null),
    ];

    public static GatewayDescription? Find(string name) => All.FirstOrDefault(gateway => gateway.Name == name);

    /// <summary>The gateway that serves a method at a club, given those it has switched on; null when none does.</summary>
    public static string? Serving(string method, IReadOnlyCollection<string> switchedOn) =>
        All.FirstOrDefault(gateway => gateway.Methods.Contains(method) && switchedOn.Contains(gateway.Name))?.Name;

    /// <summary>Who we are at the gateway; null where its messages name nobody.</summary>
    public static string? MerchantIdOf(string name, GatewayAccount account) =>
        Find(name)?.MerchantField is { } field ? account.Find(field) : null;
}
