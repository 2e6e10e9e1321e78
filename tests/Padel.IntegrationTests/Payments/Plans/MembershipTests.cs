using System.Net.Http.Json;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;

namespace Padel.IntegrationTests.Payments.Plans;

/// <summary>Memberships: begun, renewed, over; and what a club sells.</summary>
public sealed class MembershipTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly string[] MondayAndFriday = ["mon", "fri"];
    private static readonly string[] NoDay = ["someday"];

    [Fact]
    public async Task A_membership_is_earned_when_it_begins_and_its_price_class_is_told()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked();
        var planId = (await world.Sell(await world.Membership(), "terminal")).GetProperty("planId").GetGuid();

        (await world.Money.Balance($"plan:{planId}")).ShouldBe(0);
        (await world.Money.Balance("revenue") + await world.Money.Balance("tax")).ShouldBe(1_160_000);
        (await world.Events("padel.payments.plan-started.v1", planId)).ShouldBe(1);
        var plan = await world.MyPlan(planId);
        plan.Text("priceClass").ShouldBe("member");
        plan.Text("validUntil").ShouldBe("2026-12-31T18:59:00Z");
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_membership_runs_on_from_the_wallet_while_there_is_enough_and_then_ends()
    {
        await using var own = await PadelServer.Start();
        var world = await PlanWorld.Make(own);
        await world.Money.Booked();
        await world.TopUp(1_500_000);
        var planId = (await world.Sell(await world.Membership())).GetProperty("planId").GetGuid();
        using (var answer = await world.Player.Http.PatchAsJsonAsync($"/api/v1/me/plans/{planId}", new { autoRenew = true }, TestContext.Current.CancellationToken))
            await answer.Expect(204);

        own.Clock.Now = world.Money.Booking.At(new DateOnly(2027, 1, 1), "00:05");
        await MoneyWorld.Until(async () => await world.Money.Wallet() == 340_000);
        (await world.Events("padel.payments.plan-started.v1", planId)).ShouldBe(1); // that of the month before was relayed and purged
        (await world.Money.Balance("revenue") + await world.Money.Balance("tax")).ShouldBe(2 * 1_160_000);

        (await world.PriceClassNow()).ShouldBe("member");

        own.Clock.Now = world.Money.Booking.At(new DateOnly(2027, 2, 1), "00:05");
        await MoneyWorld.Until(async () => await world.Events("padel.payments.plan-ended.v1", planId) == 1);
        (await world.PriceClassNow()).ShouldBeNull();
        (await world.Money.Wallet()).ShouldBe(340_000); // not enough for a third month
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task Half_a_membership_comes_back_as_credit_when_a_manager_ends_it()
    {
        await using var own = await PadelServer.Start();
        var world = await PlanWorld.Make(own);
        await world.Money.Booked();
        var planId = (await world.Sell(await world.Membership())).GetProperty("planId").GetGuid();
        var whole = await world.Money.Balance("revenue") + await world.Money.Balance("tax");
        using var cancelled = await world.Cancel(planId);
        var back = (await cancelled.Expect(200)).GetProperty("refunded").GetProperty("amountMinor").GetInt64();
        back.ShouldBe(whole); // nothing of it has run yet
        (await world.Money.Wallet()).ShouldBe(whole);
        (await world.Money.Balance("revenue")).ShouldBe(0);
        (await world.Money.Balance("tax")).ShouldBe(0);
        (await world.Events("padel.payments.plan-ended.v1", planId)).ShouldBe(1);
    }

    [Fact]
    public async Task Anybody_sees_what_is_sold_and_only_managers_change_it()
    {
        var world = await PlanWorld.Make(server);
        var path = $"/api/v1/clubs/{world.Money.Club.ClubId}/plan-products";
        var package = await world.Package(limits: new { weekdays = MondayAndFriday, from = "07:00", to = "25:00" });
        await world.Membership();
        using (var seen = await server.Anyone.GetAsync(path, TestContext.Current.CancellationToken))
        {
            var items = (await seen.Expect(200)).GetProperty("items").EnumerateArray().ToList();
            items.Select(item => item.Text("kind")).ShouldBe(["membership", "package"]);
            items[1].GetProperty("weekdays").EnumerateArray().Select(day => day.GetString()).ShouldBe(["mon", "fri"]);
            items[1].Text("to").ShouldBe("25:00");
        }

        using (var desk = await world.Money.Desk.Http.PatchAsJsonAsync($"{path}/{package}", new { active = false }, TestContext.Current.CancellationToken))
            await desk.Expect(403);
        using (var manager = await world.Money.Manager.Http.PatchAsJsonAsync($"{path}/{package}", new { active = false, priceMinor = 5_000_000 }, TestContext.Current.CancellationToken))
            (await manager.Expect(200)).GetProperty("active").GetBoolean().ShouldBeFalse();
        using var after = await server.Anyone.GetAsync($"{path}?all=true", TestContext.Current.CancellationToken);
        (await after.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(1);
        using var staff = await world.Money.Desk.Get($"{path}?all=true");
        (await staff.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(2);
        await world.Money.Booked(days: 2);
        using var gone = await world.TrySell(package);
        await gone.Refused(404, "payments.unknown_product");
    }

    [Fact]
    public async Task A_product_that_makes_no_sense_is_refused_field_by_field()
    {
        var world = await PlanWorld.Make(server);
        using var answer = await world.Money.Manager.Post($"/api/v1/clubs/{world.Money.Club.ClubId}/plan-products",
            new { kind = "package", name = " ", priceMinor = 0, minutes = 0, validDays = 30, weekdays = NoDay, from = "20:00", to = "08:00" }, MoneyWorld.Key());
        var errors = (await answer.Refused(400, "request.invalid")).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["from", "minutes", "name", "priceMinor", "weekdays"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_players_plans_are_for_them_and_the_clubs_staff()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked();
        var planId = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();
        using (var staff = await world.Money.Desk.Get($"/api/v1/clubs/{world.Money.Club.ClubId}/players/{world.Player.UserId}/plans"))
            (await staff.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(1);
        var stranger = await world.Money.Booking.Player("Omar");
        using (var other = await stranger.Get("/api/v1/me/plans"))
            (await other.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(0);
        using var change = await stranger.Http.PatchAsJsonAsync($"/api/v1/me/plans/{planId}", new { autoRenew = true }, TestContext.Current.CancellationToken);
        await change.Refused(404, "request.not_found");
        using var package = await world.Player.Http.PatchAsJsonAsync($"/api/v1/me/plans/{planId}", new { autoRenew = true }, TestContext.Current.CancellationToken);
        await package.Refused(422, "payments.plan_not_renewable");
    }
}
