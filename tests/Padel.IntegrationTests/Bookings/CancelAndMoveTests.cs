using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

/// <summary>These tests turn the clock: each has its own server.</summary>
public sealed class CancelAndMoveTests : IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private PadelServer _server = null!; // set before each test
    private BookingWorld _world = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _server = await PadelServer.Start();
        _world = await BookingWorld.Make(_server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("2026-12-03T13:00:00Z", 0L)] // exactly at the deadline
    [InlineData("2026-12-03T13:00:01Z", 250_000L)]
    [InlineData("2026-12-04T07:00:00Z", 250_000L)]
    [InlineData("2026-12-04T07:00:01Z", 500_000L)]
    [InlineData("2026-12-04T13:00:00Z", 500_000L)]
    public async Task Cancelling_costs_what_the_policy_said(string at, long feeMinor)
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        booking.GetProperty("price").GetProperty("amountMinor").GetInt64().ShouldBe(600_000);
        await using (var sql = await _server.Sql())
            await sql.ExecuteAsync("update booking.bookings set price_minor = 500000");
        _server.Clock.Now = DateTimeOffset.Parse(at, null);
        sara = await _world.Player(userId: sara.UserId, phone: sara.Identifier);
        var path = $"/api/v1/bookings/{booking.Text("bookingId")}";
        using var before = await sara.Get(path);
        (await before.Expect(200)).GetProperty("cancellationTerms").GetProperty("feeNow").GetProperty("amountMinor").GetInt64().ShouldBe(feeMinor);

        using var answer = await sara.Post($"{path}/cancellation", new { reason = "Rain" });
        var cancelled = await answer.Expect(200);
        cancelled.Text("status").ShouldBe("cancelled");
        cancelled.GetProperty("version").GetInt32().ShouldBe(2);
        Minor(cancelled, "feeDue").ShouldBe(feeMinor);
        Minor(cancelled, "amountDue").ShouldBe(0);
        cancelled.TryGetProperty("cancellationTerms", out _).ShouldBeFalse();

        using var again = await sara.Post($"{path}/cancellation", new { reason = "Really" });
        (await again.Expect(200)).ToString().ShouldBe(cancelled.ToString());
    }

    [Fact]
    public async Task After_the_start_nothing_is_cancelled()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(BookingWorld.Today, "18:00"));
        _server.Clock.Now = _world.At(BookingWorld.Today, "18:00").AddSeconds(1);
        sara = await _world.Player(userId: sara.UserId, phone: sara.Identifier);
        using var answer = await sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { });
        await answer.Refused(422, "booking.too_late_to_cancel");
    }

    [Fact]
    public async Task A_cancelled_court_is_free_and_the_others_are_told()
    {
        var (sara, ali) = (await _world.Player(), await _world.Player("Ali"));
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        using var answer = await sara.Http.PostAsync(
            $"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", null, TestContext.Current.CancellationToken); // the body may be left out
        await answer.Expect(200);
        await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "18:00"));
        await using var sql = await _server.Sql();
        (await sql.QueryAsync<string>("select type from booking.outbox where data->>'bookingId' = @id order by event_id", new { id = booking.Text("bookingId") }))
            .ShouldBe(["padel.booking.booking-confirmed.v1", "padel.booking.booking-cancelled.v1"]);
    }

    [Fact]
    public async Task Staff_waive_a_fee_with_a_reason_that_is_kept()
    {
        var (sara, desk) = (await _world.Player(), await _world.Staff());
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(BookingWorld.Today, "20:00"));
        _server.Clock.Now = _world.At(BookingWorld.Today, "19:00");
        (sara, desk) = (await _world.Player(userId: sara.UserId, phone: sara.Identifier), await _world.Staff());
        var path = $"/api/v1/bookings/{booking.Text("bookingId")}/cancellation";
        using (var player = await sara.Post(path, new { waiveFee = true, reason = "please" }))
            await player.Refused(403, "request.not_allowed");
        using (var silent = await desk.Post(path, new { waiveFee = true }))
            (await silent.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty("reason", out _).ShouldBeTrue();
        using var waived = await desk.Post(path, new { waiveFee = true, reason = "Lights were out" });
        Minor(await waived.Expect(200), "feeDue").ShouldBe(0);
        await using var sql = await _server.Sql();
        (await sql.QuerySingleAsync<string>("select reason from booking.audit_log where action = 'booking.cancelled'")).ShouldBe("Lights were out");
    }

    [Fact]
    public async Task A_move_needs_the_version_that_was_seen()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        var path = $"/api/v1/bookings/{booking.Text("bookingId")}/moves";
        var to = new { courtId = _world.Court(2).CourtId, startsAt = _world.At(Friday, "10:00"), durationMinutes = 90 };
        using (var without = await sara.Post(path, to))
            await without.Refused(428, "request.version_required");
        using (var nonsense = await sara.Post(path, to, ifMatch: "\"x\""))
            await nonsense.Refused(412, "request.version_stale");
        using (var stale = await sara.Post(path, to, ifMatch: "\"2\""))
            await stale.Refused(412, "request.version_stale");
        using var answer = await sara.Post(path, to, ifMatch: "\"1\"");
        var moved = await answer.Expect(200);
        answer.Headers.ETag!.Tag.ShouldBe("\"2\"");
        moved.Text("courtName").ShouldBe("Court 2");
        moved.Text("status").ShouldBe("confirmed");
        moved.GetProperty("version").GetInt32().ShouldBe(2);
        Minor(moved, "price").ShouldBe(600_000); // three off-peak half hours
        await BookingWorld.Booked(await _world.Player("Ali"), _world.Court(1), _world.At(Friday, "18:00"));
        (await _world.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task A_move_to_a_taken_place_changes_nothing()
    {
        var (sara, ali) = (await _world.Player(), await _world.Player("Ali"));
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        await BookingWorld.Booked(ali, _world.Court(2), _world.At(Friday, "18:00"));
        using var answer = await sara.Post(
            $"/api/v1/bookings/{booking.Text("bookingId")}/moves",
            new { courtId = _world.Court(2).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60 }, ifMatch: "1");
        (await answer.Refused(409, "booking.slot_taken")).GetProperty("alternatives").GetArrayLength().ShouldBe(3);
        using var seen = await sara.Get($"/api/v1/bookings/{booking.Text("bookingId")}");
        (await seen.Expect(200)).ToString().ShouldBe(booking.ToString());
        using var still = await BookingWorld.Book(ali, _world.Court(1), _world.At(Friday, "18:00"));
        await still.Refused(409, "booking.slot_taken");
    }

    [Fact]
    public async Task A_move_may_overlap_where_it_came_from()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"), 90);
        using var answer = await sara.Post(
            $"/api/v1/bookings/{booking.Text("bookingId")}/moves",
            new { courtId = _world.Court(1).CourtId, startsAt = _world.At(Friday, "18:30"), durationMinutes = 90 }, ifMatch: "1");
        await answer.Expect(200);
    }

    [Fact]
    public async Task The_owner_moves_until_the_free_deadline_and_staff_at_any_time()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        _server.Clock.Now = _world.At(Friday, "10:00");
        sara = await _world.Player(userId: sara.UserId, phone: sara.Identifier);
        var path = $"/api/v1/bookings/{booking.Text("bookingId")}/moves";
        var to = new { courtId = _world.Court(2).CourtId, startsAt = _world.At(Friday, "19:00"), durationMinutes = 60 };
        using (var late = await sara.Post(path, to, ifMatch: "1"))
            await late.Refused(422, "booking.too_late_to_move");
        var desk = await _world.Staff();
        using var answer = await desk.Post(path, to, ifMatch: "1", key: "m1");
        var moved = await answer.Expect(200);
        using var again = await desk.Post(path, to, ifMatch: "1", key: "m1");
        (await again.Expect(200)).ToString().ShouldBe(moved.ToString());
        await using var sql = await _server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*)::int from booking.audit_log where action = 'booking.moved'")).ShouldBe(1);
    }

    private static long Minor(JsonElement body, string name) =>
        body.TryGetProperty(name, out var money) ? money.GetProperty("amountMinor").GetInt64() : 0;
}
