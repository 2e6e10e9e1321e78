using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

public sealed class BookCourtTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private BookingWorld _world = null!; // set before each test

    public async ValueTask InitializeAsync() => _world = await BookingWorld.Make(server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_verified_player_has_the_court_at_once()
    {
        var sara = await _world.Player();
        server.Clock.Advance(TimeSpan.FromTicks(7)); // finer than PostgreSQL keeps
        using var answer = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "16:30"), 90);
        var booking = await answer.Expect(201);
        answer.Headers.Location!.ToString().ShouldBe($"/api/v1/bookings/{booking.Text("bookingId")}");
        booking.Text("status").ShouldBe("confirmed");
        booking.Text("reference").Length.ShouldBe(8);
        booking.Text("startsAt").ShouldBe("2026-12-04T11:30:00Z");
        booking.Text("endsAt").ShouldBe("2026-12-04T13:00:00Z");
        booking.Text("businessDay").ShouldBe("2026-12-04");
        booking.GetProperty("durationMinutes").GetInt32().ShouldBe(90);
        booking.GetProperty("version").GetInt32().ShouldBe(1);
        booking.GetProperty("price").ToString().ShouldBe("""{"amountMinor":800000,"currency":"PKR"}"""); // one off-peak, two peak half hours
        booking.GetProperty("amountDue").GetProperty("amountMinor").GetInt64().ShouldBe(800_000);
        booking.Text("paymentStatus").ShouldBe("unpaid");
        booking.Text("source").ShouldBe("app");
        booking.TryGetProperty("nextAction", out _).ShouldBeFalse();
        booking.GetProperty("players")[0].GetProperty("name").GetString().ShouldBe("Sara Ahmed");
        booking.GetProperty("cancellationTerms").GetProperty("feeNow").GetProperty("amountMinor").GetInt64().ShouldBe(0);

        using var seen = await sara.Get(answer.Headers.Location.ToString());
        (await seen.Expect(200)).ToString().ShouldBe(booking.ToString());
        seen.Headers.ETag!.Tag.ShouldBe("\"1\"");
    }

    [Fact]
    public async Task A_taken_slot_is_a_409_with_what_is_free()
    {
        var (sara, ali) = (await _world.Player(), await _world.Player("Ali Khan"));
        var start = _world.At(Friday, "18:00");
        await BookingWorld.Booked(sara, _world.Court(1), start, 90);
        using var late = await BookingWorld.Book(ali, _world.Court(1), start.AddMinutes(30), 60);
        var problem = await late.Refused(409, "booking.slot_taken");
        var alternatives = problem.GetProperty("alternatives");
        alternatives.GetArrayLength().ShouldBe(3);
        alternatives[0].GetProperty("startsAt").GetDateTimeOffset().ShouldBe(start.AddMinutes(30));
        alternatives[0].GetProperty("courtId").GetGuid().ShouldNotBe(_world.Court(1).CourtId);
    }

    [Fact]
    public async Task The_board_shows_who_has_the_court()
    {
        var sara = await _world.Player();
        var desk = await _world.Staff();
        var booking = await BookingWorld.Booked(sara, _world.Court(2), _world.At(Friday, "23:30"), 90);
        using var answer = await desk.Get($"/api/v1/clubs/{_world.Club.Slug}/day?date=2026-12-04");
        var board = await answer.Expect(200);
        board.GetProperty("courts").GetArrayLength().ShouldBe(6);
        var claim = board.GetProperty("courts")[1].GetProperty("claims")[0];
        claim.Text("kind").ShouldBe("booking");
        claim.GetProperty("booking").Text("bookingId").ShouldBe(booking.Text("bookingId"));
        claim.GetProperty("booking").Text("name").ShouldBe("Sara Ahmed");
        claim.GetProperty("booking").GetProperty("guest").GetBoolean().ShouldBeFalse();

        using var refused = await sara.Get($"/api/v1/clubs/{_world.Club.Slug}/day?date=2026-12-04");
        await refused.Refused(403, "request.not_allowed");
    }
}
