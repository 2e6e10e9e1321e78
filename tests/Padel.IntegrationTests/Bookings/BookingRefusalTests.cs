using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

/// <summary>Every way in which a booking can be refused, over HTTP.</summary>
public sealed class BookingRefusalTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private BookingWorld _world = null!; // set before each test

    public async ValueTask InitializeAsync() => _world = await BookingWorld.Make(server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("18:15", 60, "at_club", 422, "booking.not_on_grid")]
    [InlineData("18:00", 45, "at_club", 422, "booking.bad_duration")]
    [InlineData("24:30", 60, "at_club", 422, "booking.outside_hours")]
    [InlineData("18:00", 60, "card", 422, "booking.payment_method_off")]
    [InlineData("18:00", 60, "gold", 400, "request.invalid")]
    [InlineData("18:00", 0, "at_club", 400, "request.invalid")]
    [InlineData("18:00", -60, "at_club", 400, "request.invalid")]
    public async Task A_rule_or_a_field_says_no(string clock, int minutes, string payWith, int status, string code)
    {
        using var answer = await BookingWorld.Book(await _world.Player(), _world.Court(1), _world.At(Friday, clock), minutes, payWith: payWith);
        await answer.Refused(status, code);
    }

    [Theory]
    [InlineData(-1, "booking.in_the_past")]
    [InlineData(15, "booking.too_far_ahead")]
    public async Task The_window_says_no(int days, string code)
    {
        using var answer = await BookingWorld.Book(await _world.Player(), _world.Court(1), _world.At(BookingWorld.Today.AddDays(days), "18:00"));
        await answer.Refused(422, code);
    }

    [Fact]
    public async Task A_gap_says_no()
    {
        var sara = await _world.Player();
        await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"), 60);
        using var answer = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "19:30"), 60);
        await answer.Refused(422, "booking.leaves_gap");
    }

    [Theory]
    [InlineData("blocked_reason = 'Fights'", "blocked")]
    [InlineData("suspended_until = '2026-12-02'", "suspended")]
    [InlineData("debt_minor = 100", "debt")]
    public async Task A_standing_says_no(string change, string reason)
    {
        var sara = await _world.Player();
        await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        await using (var sql = await server.Sql())
            await sql.ExecuteAsync($"update booking.standings set {change} where player_id = @UserId", new { sara.UserId });
        using var answer = await BookingWorld.Book(sara, _world.Court(2), _world.At(Friday, "18:00"));
        var problem = await answer.Refused(422, "booking.not_allowed");
        problem.Text("reason").ShouldBe(reason);
        problem.ToString().ShouldNotContain("Fights");
    }

    [Fact]
    public async Task The_limit_says_no_and_cancelling_makes_room()
    {
        var world = await BookingWorld.Make(server, file => file["limits"]!["activeBookings"] = 2);
        var sara = await world.Player();
        var first = await BookingWorld.Booked(sara, world.Court(1), world.At(Friday, "18:00"));
        await BookingWorld.Booked(sara, world.Court(2), world.At(Friday, "18:00"));
        using (var third = await BookingWorld.Book(sara, world.Court(3), world.At(Friday, "18:00")))
            await third.Refused(422, "booking.limit_reached");
        using (var cancelled = await sara.Post($"/api/v1/bookings/{first.Text("bookingId")}/cancellation", new { }))
            await cancelled.Expect(200);
        await BookingWorld.Booked(sara, world.Court(3), world.At(Friday, "18:00"));
    }

    [Fact]
    public async Task An_unknown_court_is_a_404()
    {
        using var answer = await BookingWorld.Book(
            await _world.Player(), _world.Court(1) with { CourtId = Guid.CreateVersion7() }, _world.At(Friday, "18:00"));
        await answer.Refused(404, "booking.unknown_court");
    }

    [Fact]
    public async Task A_booking_needs_a_key_and_a_player()
    {
        var body = new { courtId = _world.Court(1).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60, payWith = "at_club" };
        using var keyless = await (await _world.Player()).Post("/api/v1/bookings", body);
        await keyless.Refused(400, "request.idempotency_key_required");
        using var nobody = await server.Anyone.PostAsync("/api/v1/bookings", null, TestContext.Current.CancellationToken);
        await nobody.Refused(401, "request.not_signed_in");
    }

    [Theory]
    [InlineData("""{"courtId":"x"}""", 400)]
    [InlineData("""{"courtId":1,"startsAt":true,"durationMinutes":"60","payWith":[]}""", 400)]
    [InlineData("""{"startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"payWith":"at_club"}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"9999-12-31T23:59:59Z","durationMinutes":60,"payWith":"at_club"}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00","durationMinutes":60,"payWith":"at_club"}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00Z","durationMinutes":99999999999,"payWith":"at_club"}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00Z","durationMinutes":2147483647,"payWith":"at_club"}""", 404)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"payWith":"'; drop table bookings;--"}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"payWith":"at_club","players":[{"name":""}]}""", 400)]
    [InlineData("""{"courtId":"00000000-0000-7000-8000-000000000001","startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"payWith":"at_club","players":[null]}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("{", 400)]
    public async Task Nonsense_is_a_4xx(string body, int status)
    {
        var sara = await _world.Player();
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings") { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await sara.Http.SendAsync(request, TestContext.Current.CancellationToken);
        (await answer.Expect(status)).Text("code").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_longest_game_anyone_can_ask_for_is_refused_plainly()
    {
        using var answer = await BookingWorld.Book(await _world.Player(), _world.Court(1), _world.At(Friday, "18:00"), int.MaxValue);
        ((int)answer.StatusCode).ShouldBeInRange(400, 422);
    }

    [Fact]
    public async Task Other_people_s_bookings_are_not_there()
    {
        var (sara, eve) = (await _world.Player(), await _world.Player("Eve"));
        var elsewhere = await BookingWorld.Make(server);
        var otherDesk = await elsewhere.Staff();
        var path = $"/api/v1/bookings/{(await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"))).Text("bookingId")}";
        foreach (var stranger in new[] { eve, otherDesk })
        {
            using var seen = await stranger.Get(path);
            await seen.Refused(404, "request.not_found");
            using var cancelled = await stranger.Post($"{path}/cancellation", new { reason = "mine now" });
            await cancelled.Refused(404, "request.not_found");
            using var moved = await stranger.Post(
                $"{path}/moves", new { courtId = _world.Court(2).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60 }, ifMatch: "1");
            await moved.Refused(404, "request.not_found");
        }

        using var desk = await (await _world.Staff()).Get(path);
        await desk.Expect(200);
        using var none = await sara.Get("/api/v1/bookings/not-an-id");
        await none.Refused(404, "request.not_found");
    }
}
