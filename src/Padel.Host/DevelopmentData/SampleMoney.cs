using System.Net;
using System.Text.Json;

namespace Padel.Host.DevelopmentData;

/// <summary>
/// How the pilot club takes money: a bank account, a tax, every way of paying that works here, two packages and a membership. Made once;
/// what somebody changed stays.
/// </summary>
internal sealed class SampleMoney(BoardApi api)
{
    private const string Club = $"/api/v1/clubs/{PilotClub.Slug}";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan HeardWithin = TimeSpan.FromSeconds(15);

    private static readonly (string Key, object Product)[] Products =
    [
        ("ten-hours", new
        {
            kind = "package", name = "Ten hours", priceMinor = 5_000_000, minutes = 600, validDays = 90,
            description = "Ten hours of play on any court at any time, within three months.",
        }),
        ("quiet-mornings", new
        {
            kind = "package", name = "Quiet mornings", priceMinor = 1_500_000, minutes = 300, validDays = 60,
            weekdays = (string[])["mon", "tue", "wed", "thu", "fri"], from = "07:00", to = "15:00", description = "Five hours on weekdays before three.",
        }),
        ("member", new
        {
            kind = "membership", name = "Club member", priceMinor = 800_000, periodMonths = 1, priceClass = "member", autoRenewable = true,
            benefits = (string[])["A locker", "Racket hire", "Two guests a month play along"],
        }),
    ];

    /// <param name="again">Something new was switched on: offer it too.</param>
    public async Task SetUp(bool again, CancellationToken cancellation)
    {
        if (!await IsHeardOf(cancellation))
            return; // payments run elsewhere, or not at all
        var manager = await api.SignIn(Accounts.Staff[1], cancellation);
        var settings = await api.Get(manager, $"{Club}/money-settings", cancellation);
        if (again || !settings.TryGetProperty("bank", out _))
            await api.Put(manager, $"{Club}/money-settings", Settings(settings), cancellation);
        if ((await api.Get(manager, $"{Club}/plan-products?all=true", cancellation)).GetProperty("items").GetArrayLength() > 0)
            return;
        foreach (var (key, product) in Products)
            await api.Post(manager, $"{Club}/plan-products", product, $"sample-{key}", cancellation);
    }

    private static object Settings(JsonElement now) => new
    {
        // The bank account comes with these settings, so transfers can be offered with them.
        methods = now.GetProperty("possibleMethods").EnumerateArray()
            .Where(one => one.GetProperty("ready").GetBoolean() || one.GetProperty("method").GetString() == "bank_transfer")
            .Select(one => one.GetProperty("method").GetString()).ToArray(),
        bank = new { title = "Margalla Padel Club", iban = "PK36SCBL0000001123456702", bank = "Simulated Bank Limited" },
        tax = new { label = "ICT sales tax", percent = 16, number = "NTN 1234567-8" },
        refundApprovalAboveMinor = 2_000_000,
        receiptPrefix = "MPC",
    };

    // Clubs travel by events: on the first start payments hear of this one a moment later.
    public async Task<bool> IsHeardOf(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < HeardWithin; waited += LookEvery)
        {
            try
            {
                await api.Get($"{Club}/payment-methods", cancellation);
                return true;
            }
            catch (HttpRequestException notYet) when (notYet.StatusCode == HttpStatusCode.NotFound)
            {
                await Task.Delay(LookEvery, cancellation);
            }
        }

        return false;
    }
}
