using System.Net.Http.Json;
using System.Text.Json;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using Padel.IntegrationTests.Payments.Refunds;

namespace Padel.IntegrationTests.Payments.Plans;

/// <summary>Plans in the player's own checkout: bought like anything else, and a way to pay.</summary>
public sealed class PlanCheckoutTests(PadelServer server) : IClassFixture<PadelServer>
{
    private static readonly string[] Methods = ["at_club", "wallet", "plan"];

    [Fact]
    public async Task A_player_buys_a_package_with_credit_and_books_with_it_at_once()
    {
        var world = await World();
        await world.TopUp(7_000_000);
        var product = await world.Package();
        using var bought = await world.Player.Post("/api/v1/payments",
            new { purpose = "plan", clubId = world.Money.Club.ClubId, productId = product, method = "wallet" }, MoneyWorld.Key());
        var payment = await bought.Expect(201);
        payment.Text("status").ShouldBe("paid");
        payment.Text("settledAs").ShouldBe("plan");
        (await world.Money.Wallet()).ShouldBe(1_000_000);

        var booking = await Booked(world, "plan", court: 1);
        await server.EventsSettled();
        using var seen = await world.Player.Get($"/api/v1/bookings/{booking}");
        var stands = await seen.Expect(200);
        stands.Text("status").ShouldBe("confirmed");
        stands.Text("paymentStatus").ShouldBe("paid");
        using var plans = await world.Player.Get("/api/v1/me/plans");
        (await plans.Expect(200)).GetProperty("items")[0].GetProperty("minutesLeft").GetInt32().ShouldBe(540);
    }

    [Fact]
    public async Task A_double_click_buys_one_plan()
    {
        var world = await World();
        await world.TopUp(15_000_000);
        var product = await world.Package();
        var key = MoneyWorld.Key();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Player.Post("/api/v1/payments",
            new { purpose = "plan", clubId = world.Money.Club.ClubId, productId = product, method = "wallet" }, key)));
        (await Task.WhenAll(answers.Select(async answer => (await answer.Expect(201)).Text("paymentId")))).Distinct().ShouldHaveSingleItem();
        using var plans = await world.Player.Get("/api/v1/me/plans");
        (await plans.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(1);
        (await world.Money.Wallet()).ShouldBe(9_000_000);
    }

    [Fact]
    public async Task The_checkout_shows_the_plans_that_cover_the_game_and_one_of_them_pays()
    {
        var world = await World();
        await world.Money.Booked(days: 3);
        var booking = await Booked(world, "wallet", court: 2); // no credit: it waits
        var fits = (await world.Sell(await world.Package())).GetProperty("planId").GetGuid();
        await world.Sell(await world.Package(limits: new { from = "07:00", to = "12:00" }));

        var checkout = await Checkout(world, booking);
        checkout.GetProperty("plans").EnumerateArray().Select(plan => plan.GetProperty("planId").GetGuid()).ShouldBe([fits]);
        checkout.GetProperty("plans")[0].GetProperty("minutesLeft").GetInt32().ShouldBe(600);

        using var paid = await world.Player.Post("/api/v1/payments", new { purpose = "booking", bookingId = booking, method = "plan", planId = fits }, MoneyWorld.Key());
        (await paid.Expect(201)).Text("status").ShouldBe("paid");
        await server.EventsSettled();
        (await Checkout(world, booking)).Text("status").ShouldBe("confirmed");
        using var receipts = await world.Player.Get("/api/v1/me/receipts");
        (await receipts.Expect(200)).GetProperty("items")[0].Text("paidWith").ShouldBe("Plan: Ten hours");
    }

    [Fact]
    public async Task Who_has_no_plan_is_told_and_may_pay_otherwise()
    {
        var world = await World();
        var booking = await Booked(world, "plan", court: 3);
        var checkout = await Checkout(world, booking);
        checkout.Text("status").ShouldBe("held");
        checkout.GetProperty("plans").GetArrayLength().ShouldBe(0);
        using var refused = await world.Player.Post("/api/v1/payments", new { purpose = "booking", bookingId = booking, method = "plan" }, MoneyWorld.Key());
        await refused.Refused(422, "payments.no_plan");
    }

    [Fact]
    public async Task A_member_books_at_the_members_price()
    {
        var world = await World();
        await world.Money.Booked(days: 4);
        await world.Sell(await world.Membership());
        await server.EventsSettled();
        (await world.PriceClassNow()).ShouldBe("member");
    }

    private async Task<PlanWorld> World()
    {
        var world = await PlanWorld.Make(server);
        using var set = await world.Money.Manager.Http.PutAsJsonAsync(
            $"/api/v1/clubs/{world.Money.Club.ClubId}/money-settings", new { methods = Methods, refundApprovalAboveMinor = 1_000_000 },
            TestContext.Current.CancellationToken);
        await set.Expect(200);
        await server.EventsSettled();
        return world;
    }

    private async Task<Guid> Booked(PlanWorld world, string payWith, int court)
    {
        var start = world.Money.Booking.At(BookingWorld.Today.AddDays(2), "19:00");
        using var answer = await BookingWorld.Book(world.Player, world.Money.Booking.Court(court), start, payWith: payWith);
        var booking = (await answer.Expect(201)).GetProperty("bookingId").GetGuid();
        await server.EventsSettled();
        return booking;
    }

    private static async Task<JsonElement> Checkout(PlanWorld world, Guid booking)
    {
        using var answer = await world.Player.Get($"/api/v1/bookings/{booking}/checkout");
        return await answer.Expect(200);
    }
}
