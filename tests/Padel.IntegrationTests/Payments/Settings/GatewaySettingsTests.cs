using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.Payments.Settings;

namespace Padel.IntegrationTests.Payments.Settings;

public sealed class GatewaySettingsTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly object JazzCash = new { merchantId = "MCTEST01", password = "very-secret-pw", integritySalt = "very-secret-salt" };

    [Fact]
    public async Task A_manager_sees_what_each_gateway_needs_and_which_needs_a_company_abroad()
    {
        var world = await World();
        var list = await Gateways(await world.Staff("manager"), world);

        list.EnumerateArray().Select(gateway => gateway.Text("gateway")).ShouldBe(["jazzcash", "easypaisa", "payfast", "stripe"]);
        list.EnumerateArray().Where(gateway => gateway.GetProperty("needsForeignEntity").GetBoolean()).ShouldHaveSingleItem().Text("gateway").ShouldBe("stripe");
        list[0].GetProperty("enabled").GetBoolean().ShouldBeFalse();
        list[0].GetProperty("fields").EnumerateArray().First(field => field.Text("name") == "password").ToString()
            .ShouldBe("""{"name":"password","label":"Password","secret":true,"required":true,"set":false}""");
    }

    [Fact]
    public async Task Credentials_are_sealed_used_and_never_shown_again()
    {
        var world = await World();
        var manager = await world.Staff("manager");
        using var answer = await manager.Put(Path(world, "jazzcash"), new { enabled = true, credentials = JazzCash });
        var text = (await answer.Expect(200)).ToString() + await Gateways(manager, world);
        await server.EventsSettled();

        text.ShouldContain("\"set\":true");
        text.ShouldContain("changedAt");
        var account = await server.Services.GetRequiredService<GatewayAccounts>().Find(world.Club.ClubId, "jazzcash", TestContext.Current.CancellationToken);
        account.ShouldNotBeNull().Need("password").ShouldBe("very-secret-pw");
        await using var sql = await server.Sql();
        var rows = await sql.QueryAsync<string>("select g::text from payments.gateway_accounts g union all select a::text from payments.audit_log a union all select o::text from payments.outbox o");
        (text + string.Concat(rows)).ShouldNotContain("very-secret");
        (await sql.QueryAsync<string>("select after::text from payments.audit_log where actor_id = @UserId", manager)).ShouldHaveSingleItem()
            .ShouldContain("fieldsEntered");
    }

    [Fact]
    public async Task A_change_of_one_field_keeps_the_others()
    {
        var world = await World();
        var manager = await world.Staff("manager");
        using (var first = await manager.Put(Path(world, "jazzcash"), new { enabled = true, credentials = JazzCash }))
            await first.Expect(200);
        using (var second = await manager.Put(Path(world, "jazzcash"), new { enabled = true, credentials = new { password = "another" } }))
            await second.Expect(200);

        var account = (await server.Services.GetRequiredService<GatewayAccounts>().Find(world.Club.ClubId, "jazzcash", TestContext.Current.CancellationToken)).ShouldNotBeNull();
        account.Need("password").ShouldBe("another");
        account.Need("integritySalt").ShouldBe("very-secret-salt");
    }

    [Fact]
    public async Task What_is_missing_or_unknown_is_told_by_field()
    {
        var world = await World();
        var manager = await world.Staff("manager");
        using (var missing = await manager.Put(Path(world, "easypaisa"), new { enabled = true, credentials = new { storeId = "1" } }))
            (await missing.Refused(400, "request.invalid")).GetProperty("errors").EnumerateObject().Select(field => field.Name)
                .ShouldBe(["credentials.username", "credentials.password", "credentials.accountNumber"], ignoreOrder: true);
        using (var unknown = await manager.Put(Path(world, "easypaisa"), new { enabled = false, credentials = new { pin = "1" } }))
            (await unknown.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty("credentials.pin", out _).ShouldBeTrue();
        using var nobody = await manager.Put(Path(world, "paypal"), new { enabled = true });
        await nobody.Refused(404, "request.not_found");
    }

    [Fact]
    public async Task A_gateway_that_is_switched_off_takes_its_ways_of_paying_with_it()
    {
        var world = await World();
        var manager = await world.Staff("manager");
        foreach (var (gateway, credentials) in new (string, object)[]
        {
            ("jazzcash", JazzCash), ("payfast", new { merchantId = "14833", securedKey = "key", merchantName = "Margalla" }),
        })
        {
            using var on = await manager.Put(Path(world, gateway), new { enabled = true, credentials });
            await on.Expect(200);
        }

        using (var offer = await manager.Put($"/api/v1/clubs/{world.Club.ClubId}/money-settings", MoneyClub.Settings(0, "at_club", "jazzcash", "card")))
            await offer.Expect(200);
        (await Methods(world)).ShouldBe(["at_club", "jazzcash jazzcash", "card jazzcash"]);
        using (var off = await manager.Put(Path(world, "jazzcash"), new { enabled = false }))
            await off.Expect(200);
        (await Methods(world)).ShouldBe(["at_club", "card payfast"]);

        await server.EventsSettled();
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<string[]>("select methods from payments.clubs where club_id = @ClubId", world.Club)).ShouldBe(["at_club", "card"]);
        (await sql.QuerySingleAsync<string[]>("select payment_methods from booking.clubs where club_id = @ClubId", world.Club)).ShouldBe(["at_club", "card"]);
    }

    [Fact]
    public async Task The_desk_and_other_clubs_managers_see_nothing_of_it()
    {
        var world = await World();
        var other = await World();
        foreach (var who in new[] { await world.Staff("desk"), await other.Staff("manager"), await world.Player() })
        {
            using var seen = await who.Get($"/api/v1/clubs/{world.Club.ClubId}/gateways");
            ((int)seen.StatusCode).ShouldBe(403);
            using var changed = await who.Put(Path(world, "jazzcash"), new { enabled = true, credentials = JazzCash });
            ((int)changed.StatusCode).ShouldBe(403);
        }
    }

    private async Task<BookingWorld> World()
    {
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        return world;
    }

    private static string Path(BookingWorld world, string gateway) => $"/api/v1/clubs/{world.Club.ClubId}/gateways/{gateway}";

    private static async Task<JsonElement> Gateways(Person who, BookingWorld world)
    {
        using var answer = await who.Get($"/api/v1/clubs/{world.Club.ClubId}/gateways");
        return (await answer.Expect(200)).GetProperty("items");
    }

    private async Task<IEnumerable<string>> Methods(BookingWorld world)
    {
        using var answer = await server.Anyone.GetAsync($"/api/v1/clubs/{world.Club.Slug}/payment-methods", TestContext.Current.CancellationToken);
        return (await answer.Expect(200)).GetProperty("items").EnumerateArray()
            .Select(item => item.TryGetProperty("gateway", out var gateway) ? $"{item.Text("method")} {gateway.GetString()}" : item.Text("method"));
    }
}
