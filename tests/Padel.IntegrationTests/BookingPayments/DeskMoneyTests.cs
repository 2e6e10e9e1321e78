using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;
using static Padel.IntegrationTests.BookingPayments.PayingWorld;

namespace Padel.IntegrationTests.BookingPayments;

/// <summary>What the desk and the manager decide about money: who did not come, who pays first, how long courts wait; and what Payments tells of a club.</summary>
public sealed class DeskMoneyTests : IAsyncLifetime
{
    private PayingWorld _world = null!; // set before each test
    private Person _sara = null!; // set before each test
    private Person _desk = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _world = await Make();
        _sara = await _world.World.Player();
        _desk = await _world.World.Staff("manager");
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Nobody_came_costs_what_the_policy_said_less_what_was_paid_and_can_be_taken_back()
    {
        var booking = await _world.Book(_sara, 1, "16:00", "at_club"); // off-peak: 400,000
        await _world.Paid(booking, 100_000);
        await (await NoShow(booking, new { })).Refused(422, "booking.not_begun");
        _world.Server.Clock.Now = _world.World.At(BookingWorld.Today, "16:00");
        _desk = await _world.World.Staff("desk");
        var missed = await (await NoShow(booking, new { reason = "Not answering the phone" })).Expect(200);
        (Money(missed), Minor(missed, "feeDue")).ShouldBe(("no_show partly_paid 100000 0", 300_000));
        (await (await NoShow(booking, new { })).Expect(200)).ToString().ShouldBe(missed.ToString());

        await using var sql = await _world.Server.Sql();
        (await sql.QuerySingleAsync<string>(
            """
            select concat_ws(' ', data->>'status', data->>'feeMinor', data->>'feeDueMinor', data->>'paidMinor') from booking.outbox
            where type = 'padel.booking.booking-no-show.v1'
            """)).ShouldBe("no_show 400000 300000 100000");
        (await sql.QuerySingleAsync<string>("select reason from booking.audit_log where action = 'booking.no_show'")).ShouldBe("Not answering the phone");
        await _world.Paid(booking, 350_000);
        (await _world.NotNeeded(booking)).ShouldBe(["50000 already_paid"]);

        var path = $"/api/v1/clubs/{_world.World.Club.Slug}/bookings/{booking.Text("bookingId")}/no-show";
        await (await _desk.Delete(path)).Refused(400, "request.invalid");
        Money(await (await _desk.Delete($"{path}?reason=Played%20on%20court%202")).Expect(200)).ShouldBe("completed paid 400000 0");
        (await _world.Told(booking)).ShouldEndWith("booking-no-show payment-not-needed booking-completed");
    }

    [Fact]
    public async Task A_waived_fee_needs_a_reason_and_another_club_s_desk_sees_nothing()
    {
        var booking = await _world.Book(_sara, 1, "16:00", "at_club");
        _world.Server.Clock.Now = _world.World.At(BookingWorld.Today, "16:10");
        _desk = await _world.World.Staff("desk");
        await (await NoShow(booking, new { waiveFee = true })).Refused(400, "request.invalid");
        (await (await NoShow(booking, new { waiveFee = true, reason = "Road closed" })).Expect(200)).TryGetProperty("feeDue", out _).ShouldBeFalse();
        var elsewhere = await BookingWorld.Make(_world.Server);
        using var refused = await (await elsewhere.Staff()).Post(
            $"/api/v1/clubs/{elsewhere.Club.Slug}/bookings/{booking.Text("bookingId")}/no-show", new { });
        await refused.Refused(404, "request.not_found");
    }

    [Fact]
    public async Task A_player_of_whom_a_deposit_is_asked_pays_online_until_the_desk_trusts_them_again()
    {
        await _world.Book(_sara, 1, "20:00", "at_club");
        (await Require(_sara.UserId, true)).GetProperty("required").GetBoolean().ShouldBeTrue();
        using (var refused = await BookingWorld.Book(_sara, _world.World.Court(2), _world.World.At(BookingWorld.Today, "20:00")))
            await refused.Refused(422, "booking.deposit_required");
        (await _world.Book(_sara, 2, "20:00")).Text("status").ShouldBe("held");
        using (var found = await _desk.Get($"/api/v1/clubs/{_world.World.Club.Slug}/players?search=sara"))
            (await found.Expect(200)).GetProperty("items")[0].GetProperty("depositRequired").GetBoolean().ShouldBeTrue();
        await Require(_sara.UserId, false);
        await _world.Book(_sara, 3, "20:00", "at_club");
        using var unknown = await Put($"players/{Guid.CreateVersion7()}/deposit-required", new { required = true });
        await unknown.Refused(404, "booking.unknown_player");
    }

    [Fact]
    public async Task A_manager_says_how_long_courts_wait_and_how_much_is_due_at_once()
    {
        using (var shown = await _desk.Get($"/api/v1/clubs/{_world.World.Club.Slug}/payment-policy"))
            (await shown.Expect(200)).ToString().ShouldBe("""{"holdMinutes":10,"transferHoldMinutes":240,"transferCutoffMinutes":120,"depositPercent":0}""");
        using (var changed = await Put("payment-policy", new { holdMinutes = 5, transferHoldMinutes = 60, transferCutoffMinutes = 0, depositPercent = 20 }))
            await changed.Expect(200);
        var booking = await _world.Book(_sara, 1, "20:00");
        booking.Text("holdExpiresAt").ShouldBe("2026-12-01T10:05:00Z");
        _world.Opened.Last().PayNowMinor.ShouldBe(120_000);
        (await _world.Book(_sara, 2, "20:00", "bank_transfer")).Text("holdExpiresAt").ShouldBe("2026-12-01T11:00:00Z");
        using (var bad = await Put("payment-policy", new { holdMinutes = 0, transferHoldMinutes = 29, transferCutoffMinutes = -1, depositPercent = 101 }))
            (await bad.Refused(400, "request.invalid")).GetProperty("errors").EnumerateObject().Count().ShouldBe(4);
        using var desk = await (await _world.World.Staff("desk")).Get($"/api/v1/clubs/{_world.World.Club.Slug}/payment-policy");
        await desk.Refused(403, "request.not_allowed");
    }

    [Fact]
    public async Task A_club_s_ways_to_pay_follow_the_newest_list_and_the_file_no_longer_counts()
    {
        await Methods(2, "at_club", "card");
        await Methods(1, "wallet"); // older, told later
        await _world.Book(_sara, 1, "20:00");
        using (var refused = await BookingWorld.Book(_sara, _world.World.Court(2), _world.World.At(BookingWorld.Today, "20:00"), payWith: "wallet"))
            await refused.Refused(422, "booking.payment_method_off");
        await _world.Server.SetUpClub(file => (file["slug"], file["name"]) = (_world.World.Club.Slug, "Renamed"));
        await using var sql = await _world.Server.Sql();
        (await sql.QuerySingleAsync<string>("select name || ' ' || array_to_string(payment_methods, ',') from booking.clubs")).ShouldBe("Renamed at_club,card");
        (await sql.QueryAsync<string>("select data->>'name' from booking.outbox where type = 'padel.booking.club-changed.v1' order by event_id"))
            .ShouldBe(["Margalla Padel Club", "Renamed"]);
    }

    [Fact]
    public async Task A_membership_gives_its_price_while_it_runs_whatever_is_heard_first()
    {
        await using (var sql = await _world.Server.Sql())
            await sql.ExecuteAsync(
                """
                insert into booking.price_rules (price_rule_id, club_id, name, amount_minor, price_class, created_at)
                values (@id, @ClubId, 'Gold', 100000, 'gold', @now);
                update booking.clubs set version = version + 1
                """, new { id = Guid.CreateVersion7(), _world.World.Club.ClubId, now = _world.Server.Clock.GetUtcNow() });
        _world.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await _world.Book(_sara, 1, "20:00", "at_club"); // the club knows her
        var plan = Plan(PadelServerOptions.Start, PadelServerOptions.Start.AddHours(2));
        await _world.Tell(EventTypes.Payments.PlanStarted, plan);
        Minor(await _world.Book(_sara, 2, "20:00", "at_club"), "price").ShouldBe(200_000);

        _world.Server.Clock.Now = PadelServerOptions.Start.AddHours(2); // over, before anybody says so
        var again = await _world.Again(_sara);
        Minor(await _world.Book(again, 3, "20:00", "at_club"), "price").ShouldBe(600_000);
        var other = Plan(_world.Server.Clock.GetUtcNow(), _world.Server.Clock.GetUtcNow().AddDays(30));
        await _world.Tell(EventTypes.Payments.PlanEnded, other); // refunded at once, and heard the wrong way round
        await _world.Tell(EventTypes.Payments.PlanStarted, other);
        Minor(await _world.Book(again, 4, "20:00", "at_club"), "price").ShouldBe(600_000);
    }

    private PlanFactV1 Plan(DateTimeOffset from, DateTimeOffset until) =>
        new(Guid.CreateVersion7(), _world.World.Club.ClubId, _sara.UserId, "membership", "Gold", "gold", from, until, "system");

    private Task Methods(int version, params string[] methods) =>
        _world.Tell(EventTypes.Payments.MethodsChanged, new MethodsChangedV1(_world.World.Club.ClubId, version, methods, "system"));

    private Task<HttpResponseMessage> NoShow(JsonElement booking, object body) =>
        _desk.Post($"/api/v1/clubs/{_world.World.Club.Slug}/bookings/{booking.Text("bookingId")}/no-show", body);

    private async Task<JsonElement> Require(Guid playerId, bool required)
    {
        using var answer = await Put($"players/{playerId}/deposit-required", new { required, reason = "Two no-shows" });
        return await answer.Expect(200);
    }

    private Task<HttpResponseMessage> Put(string path, object body) =>
        _desk.Http.PutAsJsonAsync($"/api/v1/clubs/{_world.World.Club.Slug}/{path}", body, TestContext.Current.CancellationToken);
}
