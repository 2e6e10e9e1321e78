namespace Padel.Host.DevelopmentData;

/// <summary>
/// Where the gateways are played (<c>Development:SimulatorsUrl</c>), the pilot club is their test merchant, and their portals
/// know where it hears of payments.
/// </summary>
internal sealed class SimulatedGateways(BoardApi api, HttpClient http, Uri simulators)
{
    private const string Club = $"/api/v1/clubs/{PilotClub.Slug}";

    private static readonly (string Name, bool Enabled, Dictionary<string, string> Credentials)[] Accounts =
    [
        ("jazzcash", true, new() { ["merchantId"] = "MCTEST01", ["password"] = "pwTEST01", ["integritySalt"] = "salt0TEST1", ["merchantMpin"] = "1234" }),
        ("easypaisa", true, new()
        {
            ["storeId"] = "12345", ["hashKey"] = "0123456789ABCDEF", ["username"] = "epuser", ["password"] = "eppass", ["accountNumber"] = "20001234",
        }),
        ("payfast", true, new() { ["merchantId"] = "14833", ["securedKey"] = "secured-key-TEST", ["merchantName"] = "Margalla Padel Club" }),
        ("stripe", true, new() { ["secretKey"] = "sk_test_padel", ["webhookSecret"] = "whsec_padel_test" }),
    ];

    /// <returns>True when the club's accounts were entered now.</returns>
    public async Task<bool> Connect(Uri product, CancellationToken cancellation)
    {
        var clubId = (await api.Get(Club, cancellation)).GetProperty("clubId").GetGuid();
        foreach (var (name, _, _) in Accounts)
            await Register(name, new Uri(product, $"/gateways/{name}/{clubId}/notifications"), cancellation);
        var manager = await api.SignIn(DevelopmentData.Accounts.Staff[1], cancellation);
        if (await AnythingEntered(manager, cancellation))
            return false; // somebody has made it theirs
        foreach (var (name, enabled, credentials) in Accounts)
            await api.Put(manager, $"{Club}/gateways/{name}", new { enabled, credentials }, cancellation);
        return true;
    }

    private async Task Register(string gateway, Uri notifications, CancellationToken cancellation)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(simulators, "/control/merchants"), new { vendor = gateway, notificationUrl = notifications }, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<bool> AnythingEntered(string manager, CancellationToken cancellation) =>
        (await api.Get(manager, $"{Club}/gateways", cancellation)).GetProperty("items").EnumerateArray()
            .Any(gateway => gateway.GetProperty("fields").EnumerateArray().Any(field => field.GetProperty("set").GetBoolean()));
}
