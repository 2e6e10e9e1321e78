using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;

namespace Padel.IntegrationTests.Payments.Plans;

/// <summary>Packages: sold, used, given back, over.</summary>
public sealed class PackageTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_package_sold_at_the_desk_is_the_players_with_its_value_and_receipt()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked();
        var sold = await world.Sell(await world.Package());
        var planId = sold.GetProperty("planId").GetGuid();

        var plan = await world.MyPlan(planId);
        plan.GetProperty("minutesLeft").GetInt32().ShouldBe(600);
        plan.Text("status").ShouldBe("active");
        plan.Text("validUntil").ShouldBe("2027-01-30T18:59:00Z"); // to the end of the sixtieth day in Karachi
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(6_000_000);
        (await world.Money.Balance("cash")).ShouldBe(-6_000_000);
        using var receipt = await world.Player.Get($"/api/v1/receipts/{sold.GetProperty("receiptId").GetGuid()}");
        var paper = await receipt.Expect(200);
        paper.GetProperty("lines")[0].Text("text").ShouldBe("Ten hours");
        paper.GetProperty("lines")[0].Text("detail").ShouldBe("10 hours of play, until 30 Jan 2027");
        (await world.Events("padel.payments.plan-started.v1", planId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_double_click_sells_once()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked();
        var product = await world.Package();
        var key = MoneyWorld.Key();
        var sold = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Sell(product, key: key)));
        sold.Select(one => one.GetProperty("planId").GetGuid()).Distinct().ShouldHaveSingleItem();
        (await world.Money.Balance("cash")).ShouldBe(-6_000_000);
    }

    [Fact]
    public async Task Nobody_buys_for_nobody_or_without_credit_or_what_is_not_sold()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked();
        var product = await world.Package();
        using (var nobody = await world.TrySell(product, playerId: Guid.CreateVersion7()))
            await nobody.Refused(404, "request.not_found");
        using (var poor = await world.TrySell(product, "wallet"))
            await poor.Refused(422, "payments.insufficient_funds");
        using (var unknown = await world.TrySell(Guid.CreateVersion7()))
            await unknown.Refused(404, "payments.unknown_product");
        (await world.Money.Balance("cash")).ShouldBe(0);
    }

    [Fact]
    public async Task A_game_takes_its_minutes_and_is_paid_in_full_with_the_rest_as_discount()
    {
        var world = await PlanWorld.Make(server);
        var booking = await world.Money.Booked(clock: "19:00", minutes: 90);
        var price = await world.PriceOf(booking);
        var planId = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();

        (await world.PayWithPlan(booking)).ShouldBe(("paid", planId));

        (await world.MinutesLeft(planId)).ShouldBe(510);
        (await world.Money.Held(booking)).ShouldBe(price);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(6_000_000 - 900_000);
        (await world.Money.Balance("discounts")).ShouldBe(900_000 - price);
        var use = (await world.MyPlan(planId)).GetProperty("uses").EnumerateArray().ShouldHaveSingleItem();
        use.GetProperty("minutes").GetInt32().ShouldBe(90);
        use.GetProperty("bookingId").GetGuid().ShouldBe(booking);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task Minutes_worth_more_than_the_game_are_taken_whole_and_off_the_discounts()
    {
        var world = await PlanWorld.Make(server);
        var booking = await world.Money.Booked(court: 2, clock: "19:00");
        var price = await world.PriceOf(booking);
        var planId = (await world.Sell(await world.Package(minutes: 60, priceMinor: price + 500_000))).GetProperty("planId").GetGuid();

        (await world.PayWithPlan(booking)).Status.ShouldBe("paid");

        (await world.MinutesLeft(planId)).ShouldBe(0);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(0);
        (await world.Money.Held(booking)).ShouldBe(price);
        (await world.Money.Balance("discounts")).ShouldBe(500_000);

        await world.Money.Cancel(booking); // in time: everything goes back
        (await world.MinutesLeft(planId)).ShouldBe(60);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(price + 500_000);
        (await world.Money.Balance("discounts")).ShouldBe(0);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_cancelled_game_gives_minutes_and_value_back_with_a_credit_note()
    {
        var world = await PlanWorld.Make(server);
        var booking = await world.Money.Booked(court: 3, days: 2, clock: "19:00", minutes: 90);
        var planId = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();
        (await world.PayWithPlan(booking, planId)).Status.ShouldBe("paid");

        await world.Money.Cancel(booking);

        (await world.MinutesLeft(planId)).ShouldBe(600);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(6_000_000);
        (await world.Money.Balance("discounts")).ShouldBe(0);
        (await world.Money.Balance("refunds-payable")).ShouldBe(0);
        using var answer = await world.Player.Get("/api/v1/me/receipts");
        (await answer.Expect(200)).GetProperty("items")[0].Text("paidWith").ShouldBe("Back to the plan");
    }

    [Fact]
    public async Task Parallel_games_cannot_overdraw_a_package()
    {
        var world = await PlanWorld.Make(server);
        var bookings = new List<Guid>();
        foreach (var (court, clock) in new[] { (1, "17:00"), (2, "17:00"), (3, "17:00"), (1, "21:00") })
            bookings.Add(await world.Money.Booked(court, days: 3, clock));
        var planId = (await world.Sell(await world.Package(minutes: 130, priceMinor: 1_000_001))).GetProperty("planId").GetGuid();

        var paid = await Task.WhenAll(bookings.Select(booking => world.PayWithPlan(booking)));

        paid.Count(one => one.Status == "paid").ShouldBe(2);
        paid.Count(one => one.Status == "payments.no_plan").ShouldBe(2);
        (await world.MinutesLeft(planId)).ShouldBe(10);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(1_000_001 - 461_539 - 461_539);
    }

    [Fact]
    public async Task The_database_refuses_minutes_below_zero()
    {
        var world = await PlanWorld.Make(server);
        await world.Money.Booked(court: 2, days: 4);
        var planId = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();
        await using var sql = await server.Sql();
        await Should.ThrowAsync<Npgsql.PostgresException>(() =>
            sql.ExecuteAsync("update payments.plans set minutes_left = minutes_left - 601 where plan_id = @planId", new { planId }));
    }

    [Fact]
    public async Task Only_the_courts_days_and_times_that_were_sold_and_the_soonest_to_run_out_first()
    {
        var world = await PlanWorld.Make(server);
        var evening = await world.Money.Booked(court: 1, days: 5, clock: "19:00");
        var soon = (await world.Sell(await world.Package(validDays: 10))).GetProperty("planId").GetGuid();
        await world.Sell(await world.Package(validDays: 30));
        var mornings = (await world.Sell(await world.Package(validDays: 9, limits: new { from = "07:00", to = "17:00" }))).GetProperty("planId").GetGuid();
        var otherCourt = (await world.Sell(await world.Package(validDays: 8, limits: new { courtIds = new[] { world.Money.Club.Courts[1].CourtId } }))).GetProperty("planId").GetGuid();

        (await world.PayWithPlan(evening, mornings)).Status.ShouldBe("payments.no_plan");
        (await world.PayWithPlan(evening, otherCourt)).Status.ShouldBe("payments.no_plan");
        (await world.PayWithPlan(evening)).ShouldBe(("paid", soon));
    }

    [Fact]
    public async Task What_is_left_when_a_package_is_over_is_earned()
    {
        await using var own = await PadelServer.Start();
        var world = await PlanWorld.Make(own);
        await world.Money.Booked();
        var planId = (await world.Sell(await world.Package(validDays: 7))).GetProperty("planId").GetGuid();
        own.Clock.Now = PadelServerOptions.Start.AddDays(8);
        await MoneyWorld.Until(async () => await world.Events("padel.payments.plan-ended.v1", planId) == 1);

        (await world.Money.Balance($"plan:{planId}")).ShouldBe(0);
        (await world.Money.Balance("revenue") + await world.Money.Balance("tax")).ShouldBe(6_000_000);
        await world.LedgerIsBalanced();
    }

    [Fact]
    public async Task A_manager_cancels_a_package_and_what_is_left_is_credit()
    {
        var world = await PlanWorld.Make(server);
        var booking = await world.Money.Booked(court: 3, days: 6, clock: "19:00");
        var planId = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();
        (await world.PayWithPlan(booking, planId)).Status.ShouldBe("paid");
        using (var desk = await world.Cancel(planId, world.Money.Desk))
            await desk.Expect(403);

        using (var cancelled = await world.Cancel(planId))
            (await cancelled.Expect(200)).GetProperty("refunded").GetProperty("amountMinor").GetInt64().ShouldBe(5_400_000);
        (await world.Money.Wallet()).ShouldBe(5_400_000);
        (await world.Money.Balance($"plan:{planId}")).ShouldBe(0);
        (await world.MyPlan(planId)).Text("endedAs").ShouldBe("cancelled");
        using (var again = await world.Cancel(planId))
            await again.Refused(409, "payments.plan_over");

        await world.Money.Cancel(booking); // the plan is over: the game's minutes become credit too
        (await world.Money.Wallet()).ShouldBe(6_000_000);
        (await world.Money.Balance("discounts")).ShouldBe(0);
        await world.LedgerIsBalanced();
    }
}
