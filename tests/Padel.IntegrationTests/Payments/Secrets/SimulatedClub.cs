using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Simulators;

namespace Padel.IntegrationTests.Payments.Secrets;

/// <summary>The product with a club that is the simulated gateways' merchant, with everything it logs kept.</summary>
internal sealed class SimulatedClub : IAsyncDisposable
{
    private static readonly TimeSpan PaidWithin = TimeSpan.FromSeconds(30);

    private static readonly (string Gateway, object Credentials)[] Accounts =
    [
        ("jazzcash", new { merchantId = "MCTEST01", password = "pwTEST01", integritySalt = "salt0TEST1", merchantMpin = "1234" }),
        ("easypaisa", new { storeId = "12345", hashKey = "0123456789ABCDEF", username = "epuser", password = "eppass", accountNumber = "20001234" }),
        ("payfast", new { merchantId = "14833", securedKey = "secured-key-TEST", merchantName = "Margalla Padel Club" }),
        ("stripe", new { secretKey = "sk_test_padel", webhookSecret = "whsec_padel_test" }),
    ];

    private readonly KeptLog _log;

    private SimulatedClub(SimulatedShop shop, PadelServer server, BookingWorld world, Person manager, KeptLog log) =>
        (Shop, Server, World, Manager, _log) = (shop, server, world, manager, log);

    public SimulatedShop Shop { get; }

    public PadelServer Server { get; }

    public BookingWorld World { get; }

    public Person Manager { get; }

    public string Log => _log.Text;

    public static async Task<SimulatedClub> Open()
    {
        var log = new KeptLog();
        var shop = await SimulatedShop.Open();
        var at = shop.Http.BaseAddress!.AbsoluteUri.TrimEnd('/'); // set when it opened
        // The vendors' clocks are real, so the product's is too: their signed times are compared.
        var server = await PadelServer.Start(new PadelServerOptions
        {
            Clock = new Tests.FakeClock(TimeProvider.System.GetUtcNow()),
            Settings = new Dictionary<string, string?>
            {
                ["Payments:Gateways:JazzCash:BaseUrl"] = at + "/jazzcash",
                ["Payments:Gateways:EasyPaisa:BaseUrl"] = at + "/easypaisa",
                ["Payments:Gateways:PayFast:BaseUrl"] = at + "/payfast/Ecommerce/api/Transaction",
                ["Payments:Gateways:Stripe:BaseUrl"] = at + "/stripe",
                ["Logging:LogLevel:Default"] = "Debug",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Debug",
                ["Logging:LogLevel:System.Net.Http"] = "Trace",
            },
        });
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        var club = new SimulatedClub(shop, server, world, await world.Staff("manager"), log);
        await club.SwitchOn();
        return club;
    }

    public async Task<Person> Player()
    {
        var player = await World.KnownPlayer();
        await Server.EventsSettled();
        return player;
    }

    /// <summary>Starts a top-up of Rs 1,500.</summary>
    public async Task<JsonElement> TopUp(Person player, string method, string? phone = null, string? cnicLast6 = null)
    {
        using var answer = await player.Post("/api/v1/payments",
            new { purpose = "top_up", clubId = World.Club.ClubId, amountMinor = 150_000, method, phone, cnicLast6 }, Guid.CreateVersion7().ToString());
        return await answer.Expect(201);
    }

    /// <summary>Waits until the payment is over.</summary>
    public static async Task<string> Outcome(Person player, JsonElement payment)
    {
        var until = Environment.TickCount64 + (long)PaidWithin.TotalMilliseconds;
        while (true)
        {
            using var answer = await player.Get($"/api/v1/payments/{payment.Text("paymentId")}");
            var status = (await answer.Expect(200)).Text("status");
            if (status is not ("created" or "pending") || Environment.TickCount64 > until)
                return status;
            await Task.Delay(50);
        }
    }

    /// <summary>Walks through a gateway's page as a browser would: pays, and brings back what the gateway sends it back with.</summary>
    public async Task PayOnPage(JsonElement payment, string vendor)
    {
        var action = payment.GetProperty("action");
        var fields = action.GetProperty("fields").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString() ?? "");
        await Shop.Submit(action.Text("url"), fields);
        var back = await Shop.Choose($"/{vendor}/checkout/{payment.Text("reference")}", "success");
        using var form = new FormUrlEncodedContent(SimulatedShop.HiddenFields(back));
        using var returned = await Server.Anyone.PostAsync($"/gateways/{vendor}/{World.Club.ClubId}/returns", form, TestContext.Current.CancellationToken);
        ((int)returned.StatusCode).ShouldBe(303);
        await Shop.Settle();
        await Server.EventsSettled();
    }

    /// <summary>A message to the club's address for notifications, as anybody can send one.</summary>
    public async Task Say(string vendor, string body, string type)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var answer = await Server.Anyone.PostAsync($"/gateways/{vendor}/{World.Club.ClubId}/notifications?mobile=03451234599&pan=4111111111111111", content, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
    }

    /// <summary>Every row of every table of every schema, as text.</summary>
    public async Task<string> Dump()
    {
        await using var sql = await Server.Sql();
        var tables = await sql.QueryAsync<string>(
            """
            select format('%I.%I', schemaname, tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1
            """);
        var dump = new StringBuilder();
        foreach (var table in tables)
        {
            foreach (var row in await sql.QueryAsync<string>($"select t::text from {table} t"))
                dump.Append(table).Append(' ').AppendLine(row);
        }

        return dump.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Shop.DisposeAsync();
    }

    private async Task SwitchOn()
    {
        foreach (var (gateway, credentials) in Accounts)
        {
            using var answer = await Manager.Put($"/api/v1/clubs/{World.Club.ClubId}/gateways/{gateway}", new { enabled = true, credentials });
            await answer.Expect(200);
            await Shop.Control("merchants", new { vendor = gateway, notificationUrl = new Uri(Server.Address, $"/gateways/{gateway}/{World.Club.ClubId}/notifications") });
        }

        using var settings = await Manager.Put($"/api/v1/clubs/{World.Club.ClubId}/money-settings",
            MoneyClub.Settings(1_000_000, "at_club", "jazzcash", "easypaisa", "card", "bank_transfer", "wallet"));
        await settings.Expect(200);
        await Server.EventsSettled();
    }
}
