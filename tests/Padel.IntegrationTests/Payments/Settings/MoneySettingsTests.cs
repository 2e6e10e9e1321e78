using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Payments.Settings;

public sealed class MoneySettingsTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_manager_sets_how_the_club_takes_money_and_the_audit_tells()
    {
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        var manager = await world.Staff("manager");
        using var changed = await manager.Put(Path(world), MoneyClub.Settings(2_500_000, "bank_transfer", "at_club", "wallet"));
        await changed.Expect(200);
        using var seen = await manager.Get(Path(world));
        var settings = await seen.Expect(200);

        settings.GetProperty("methods").ToString().ShouldBe("""["at_club","bank_transfer","wallet"]""");
        settings.GetProperty("bank").ToString().ShouldBe("""{"title":"Margalla Padel Club","iban":"PK36SCBL0000001123456702","bank":"Standard Chartered"}""");
        settings.GetProperty("tax").ToString().ShouldBe("""{"label":"ICT sales tax","percent":16,"number":"NTN 1234567-8"}""");
        settings.GetProperty("refundApprovalAboveMinor").GetInt64().ShouldBe(2_500_000);
        settings.Text("receiptPrefix").ShouldBe("MPC");
        settings.Text("legalName").ShouldBe("Margalla Sports (Pvt) Ltd");
        settings.GetProperty("possibleMethods").EnumerateArray().Where(one => !one.GetProperty("ready").GetBoolean()).Select(one => one.Text("method"))
            .ShouldBe(["jazzcash", "easypaisa", "card"]);
        await using var sql = await server.Sql();
        var audit = await sql.QuerySingleAsync<(string Before, string After)>(
            "select before::text, after::text from payments.audit_log where actor_id = @UserId and action = 'money_settings.changed'", manager);
        audit.Before.ShouldContain("\"methods\": [\"at_club\"]");
        audit.After.ShouldContain("bank_transfer");
    }

    [Fact]
    public async Task Booking_offers_what_the_manager_chose()
    {
        var world = await MoneyClub.Make(server);
        using var answer = await server.Anyone.GetAsync($"/api/v1/clubs/{world.Club.ClubId}/payment-methods", TestContext.Current.CancellationToken);
        (await answer.Expect(200)).GetProperty("items").ToString().ShouldBe("""[{"method":"at_club"},{"method":"bank_transfer"},{"method":"wallet"}]""");

        using var booked = await BookingWorld.Book(await world.Player(), world.Court(1), world.At(BookingWorld.Today.AddDays(3), "18:00"), payWith: "bank_transfer");
        (await booked.Expect(201)).Text("status").ShouldBe("held");
    }

    [Fact]
    public async Task A_way_of_paying_without_its_gateway_is_refused_and_changes_nothing()
    {
        var world = await BookingWorld.Make(server);
        await server.EventsSettled();
        var manager = await world.Staff("manager");
        using (var refused = await manager.Put(Path(world), MoneyClub.Settings(0, "at_club", "card")))
            (await refused.Refused(400, "request.invalid")).GetProperty("errors").GetProperty("methods")[0].GetString().ShouldNotBeNull().ShouldContain("JazzCash or PayFast Pakistan");
        using var seen = await manager.Get(Path(world));
        (await seen.Expect(200)).TryGetProperty("bank", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_managers_may()
    {
        var world = await BookingWorld.Make(server);
        var desk = await world.Staff("desk");
        using (var seen = await desk.Get(Path(world)))
            ((int)seen.StatusCode).ShouldBe(403);
        using var unknown = await server.Anyone.GetAsync("/api/v1/clubs/no-such-club/payment-methods", TestContext.Current.CancellationToken);
        await unknown.Refused(404, "request.not_found");
    }

    private static string Path(BookingWorld world) => $"/api/v1/clubs/{world.Club.ClubId}/money-settings";
}
