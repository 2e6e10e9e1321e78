using System.Net;
using System.Text.Json;
using Padel.IntegrationTests.Bookings;
using Padel.Simulators.Core;
using Padel.Simulators.Stripe;

namespace Padel.IntegrationTests.Simulators;

/// <summary>What steers the simulators: faults, chaos by seed, notifications on demand, the bank.</summary>
public sealed class SimulatorControlTests : IAsyncLifetime
{
    private StripeShop _stripe = null!;

    public async ValueTask InitializeAsync() => _stripe = await StripeShop.Open();

    public ValueTask DisposeAsync() => _stripe.DisposeAsync();

    [Theory]
    [InlineData("5xx", HttpStatusCode.ServiceUnavailable, 0)]
    [InlineData("5xx-after", HttpStatusCode.ServiceUnavailable, 1)]
    [InlineData("429", HttpStatusCode.TooManyRequests, 0)]
    [InlineData("html", HttpStatusCode.OK, 0)]
    public async Task A_fault_asked_for_comes_once_before_or_after_the_work(string kind, HttpStatusCode status, int orders)
    {
        await _stripe.Shop.Control("faults", new { vendor = "stripe", call = "session", kind, times = 1 });
        (await _stripe.Post("checkout/sessions", _stripe.SessionForm("A1"), key: "k")).StatusCode.ShouldBe(status);
        (await _stripe.Shop.State("A1")).GetProperty("orders").GetArrayLength().ShouldBe(orders);
        (await _stripe.Post("checkout/sessions", _stripe.SessionForm("A1"), key: "k")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _stripe.Shop.State("A1")).GetProperty("orders").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_dropped_connection_has_done_the_work()
    {
        await _stripe.Shop.Control("faults", new { vendor = "stripe", call = "session", kind = "drop", times = 1 });
        await Should.ThrowAsync<HttpRequestException>(() => _stripe.Post("checkout/sessions", _stripe.SessionForm("B1")));
        (await _stripe.Shop.State("B1")).GetProperty("orders").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public void Chaos_is_the_same_for_the_same_seed()
    {
        string[] Run(int seed)
        {
            var chaos = new Chaos();
            chaos.Begin(seed, 50);
            return [.. Enumerable.Range(0, 200).Select(i => $"{chaos.Choose($"call/{i % 20}", Fault.ErrorBefore, Fault.Drop, Fault.Html)}")];
        }

        Run(1).ShouldBe(Run(1));
        Run(1).ShouldNotBe(Run(2));
        Run(1).Count(choice => choice.Length > 0).ShouldBeInRange(70, 130);
    }

    [Fact]
    public async Task Under_chaos_calls_fail_and_notifications_go_astray()
    {
        await _stripe.Shop.Control("chaos", new { seed = 7, percent = 60 });
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
            statuses.Add(await _stripe.Post("checkout/sessions", _stripe.SessionForm($"C{i}")).ContinueWith(call => call.IsFaulted ? 0 : call.Result.StatusCode, TaskScheduler.Default));
        statuses.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task Notifications_can_be_sent_on_demand_and_an_order_can_be_decided_by_hand()
    {
        await _stripe.Session("D1");
        await _stripe.Shop.Control("orders", new { reference = "D1", status = "paid", notify = false });
        await _stripe.Shop.Control("notifications", new { reference = "D1", kind = "forged" });
        await _stripe.Shop.Settle();
        await _stripe.Shop.Control("notifications", new { reference = "D1" });
        await _stripe.Shop.Settle();
        var secrets = _stripe.Shop.Notifications.Select(heard => heard.Signature.Contains(StripeSignature.Digest(heard.Body, heard.SignedAt, "whsec_padel_test"))).ToArray();
        secrets.ShouldBe([false, false, true, true]);
    }

    [Fact]
    public async Task The_next_order_and_all_orders_of_a_vendor_can_be_told_what_to_do()
    {
        await _stripe.Shop.Control("default", new { vendor = "stripe", scenario = "wrong-amount" });
        await _stripe.Shop.Control("next", new { vendor = "stripe", scenario = "03" });
        await _stripe.Session("E1");
        await _stripe.Session("E2");
        Scenario(await _stripe.Shop.State("E1")).ShouldBe("pending-then-success");
        Scenario(await _stripe.Shop.State("E2")).ShouldBe("wrong-amount");
    }

    [Fact]
    public async Task A_reset_forgets_everything()
    {
        await _stripe.Session("F1");
        await _stripe.Shop.Control("reset", new { });
        (await _stripe.Shop.State("F1")).GetProperty("orders").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_bank_carries_what_people_wrote()
    {
        foreach (var kind in new[] { "exact", "under", "noReference", "garbled", "spaced", "reversed" })
            await _stripe.Shop.Submit("/bank/credits", new Dictionary<string, string> { ["reference"] = "ACDE2345", ["amount"] = "3500", ["sender"] = "KHAN, A", ["kind"] = kind });
        var lines = (await _stripe.Shop.Text("/bank/statement.csv")).Split("\r\n").SkipWhile(line => !line.StartsWith("Transaction Date", StringComparison.Ordinal)).Skip(1).ToArray();
        lines[0].ShouldContain("IBFT INWARD ACDE2345,\"KHAN, A\",,\"3,500.00\"");
        lines[1].ShouldContain("\"3,400.00\"");
        lines[2].ShouldContain("IBFT INWARD,");
        lines[3].ShouldContain("AC7E2345");
        lines[4].ShouldContain("acde 2345");
        lines[6].ShouldContain("REVERSAL");
    }

    private static string Scenario(JsonElement state) => state.GetProperty("orders")[0].Text("scenario");
}
