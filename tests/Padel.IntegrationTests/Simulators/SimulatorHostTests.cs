using System.Diagnostics;
using System.Web;
using Padel.IntegrationTests.Bookings;
using Padel.Simulators;
using Padel.Simulators.EasyPaisa;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulators' options, pages and life.</summary>
public sealed class SimulatorHostTests
{
    private static readonly SimulatorOptions ShortTokens = new()
    {
        Approval = TimeSpan.Zero, Slow = TimeSpan.FromMilliseconds(300), TokenLifetime = TimeSpan.FromMilliseconds(1), NotificationTarget = "http://127.0.0.1:1/{vendor}",
    };

    [Fact]
    public async Task Tokens_of_the_hosted_pages_run_out()
    {
        await using var shop = await SimulatedShop.Open(ShortTokens);
        var form = new Dictionary<string, string> { ["storeId"] = "12345", ["amount"] = "3500.0", ["postBackURL"] = shop.ReturnUrl, ["orderRefNum"] = "A1" };
        form[EasyPaisaHash.Field] = EasyPaisaHash.Of("0123456789ABCDEF", form);
        await shop.Submit("/easypaisa/easypay/Index.jsf", form);
        var back = await shop.Location("/easypaisa/checkout/A1", new() { ["step"] = "continue" });
        var token = HttpUtility.ParseQueryString(back.Query)["auth_token"]!;
        await Task.Delay(20, TestContext.Current.CancellationToken);
        (await shop.Submit("/easypaisa/easypay/Confirm.jsf", new Dictionary<string, string> { ["auth_token"] = token, ["postBackURL"] = shop.ReturnUrl })).ShouldContain("expired");
    }

    [Fact]
    public async Task A_slow_answer_comes_late()
    {
        await using var stripe = new StripeShop(await SimulatedShop.Open(ShortTokens));
        await stripe.Shop.Control("faults", new { vendor = "stripe", call = "session", kind = "slow", times = 1 });
        var took = Stopwatch.StartNew();
        await stripe.Session("A1");
        took.Elapsed.ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Fact]
    public async Task Every_page_can_be_read_on_a_phone_and_names_itself_a_simulation()
    {
        await using var stripe = await StripeShop.Open();
        var session = await stripe.Session("A1");
        foreach (var path in new[] { "/", "/bank", new Uri(session.Text("url")).AbsolutePath })
        {
            var page = await stripe.Shop.Text(path);
            page.ShouldContain("width=device-width");
            page.ShouldContain("simulated");
        }
    }
}
