namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>The settings of a club that takes money in every way, and of a product whose waits are short enough for a test.</summary>
internal static class ChaosSetUp
{
    private static readonly string[] Methods = ["at_club", "jazzcash", "easypaisa", "card", "bank_transfer", "wallet", "plan"];
    private static readonly string[] Benefits = ["Member prices"];

    /// <param name="vendors">Where the gateways are played.</param>
    public static Dictionary<string, string> Settings(Uri vendors, Uri product) => new()
    {
        ["Web__PublicUrl"] = product.GetLeftPart(UriPartial.Authority),
        ["Payments__Gateways__JazzCash__BaseUrl"] = new Uri(vendors, "/jazzcash").ToString(),
        ["Payments__Gateways__EasyPaisa__BaseUrl"] = new Uri(vendors, "/easypaisa").ToString(),
        ["Payments__Gateways__PayFast__BaseUrl"] = new Uri(vendors, "/payfast").ToString(),
        ["Payments__Gateways__Stripe__BaseUrl"] = new Uri(vendors, "/stripe").ToString(),
        ["Payments__Paying__PageMinutes"] = "1",
        ["Payments__Paying__ApprovalMinutes"] = "1",
        ["Payments__Paying__AfterHoldMinutes"] = "0",
        ["Payments__Paying__FirstInquirySeconds"] = "2",
        ["RateLimits__AddressPerMinute"] = "1000000",
        ["RateLimits__AccountPerMinute"] = "1000000",
        ["RateLimits__SignUpsPerHour"] = "1000000",
    };

    /// <returns>The products that can be bought.</returns>
    public static async Task<Guid[]> OpenForBusiness(ChaosClient manager, Guid clubId)
    {
        string Club(string path) => $"/api/v1/clubs/{clubId}/{path}";
        await manager.Put(Club("gateways/jazzcash"), new { enabled = true, credentials = new { merchantId = "MCTEST01", password = "pwTEST01", integritySalt = "salt0TEST1", merchantMpin = "1234" } });
        await manager.Put(Club("gateways/easypaisa"), new
        {
            enabled = true, credentials = new { storeId = "12345", hashKey = "0123456789ABCDEF", username = "epuser", password = "eppass", accountNumber = "20001234" },
        });
        await manager.Put(Club("money-settings"), new
        {
            methods = Methods,
            bank = new { title = "Margalla Padel Club", iban = "PK36SCBL0000001123456702", bank = "Standard Chartered" },
            tax = new { label = "ICT sales tax", percent = 16, number = "1234567-8" },
            refundApprovalAboveMinor = 300_000, receiptPrefix = "MPC", legalName = "Margalla Padel Club (Pvt) Ltd",
        });
        await manager.Put(Club("payment-policy"), new { holdMinutes = 1, transferHoldMinutes = 60, transferCutoffMinutes = 60, depositPercent = 30 });
        await manager.Post(Club("plan-products"), new { kind = "package", name = "Ten hours", priceMinor = 3_333_300, minutes = 600, validDays = 90 });
        await manager.Post(Club("plan-products"), new { kind = "membership", name = "Member", priceMinor = 500_000, periodMonths = 1, priceClass = "member", benefits = Benefits });
        var products = (await manager.Get(Club("plan-products"))).ShouldNotBeNull("the club did not open for business");
        return [.. products.GetProperty("items").EnumerateArray().Select(product => product.GetProperty("productId").GetGuid())];
    }
}
