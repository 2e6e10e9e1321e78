using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

public sealed class IdempotencyTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private BookingWorld _world = null!; // set before each test

    public async ValueTask InitializeAsync() => _world = await BookingWorld.Make(server);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // the held answer is repeated as it was
    public async Task Fifty_equal_requests_at_once_make_one_booking_and_equal_answers(bool verified)
    {
        var sara = await _world.Player(verified: verified);
        var key = Guid.CreateVersion7().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var answer = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "18:00"), key: key);
            return ((int)answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }));
        answers.Distinct().Count().ShouldBe(1, string.Join("\n", answers.Distinct()));
        answers[0].Item1.ShouldBe(201);
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*)::int from booking.bookings where player_id = @UserId", new { sara.UserId })).ShouldBe(1);
        (await sql.QuerySingleAsync<int>(
            "select count(*)::int from booking.outbox where data->>'playerId' = @id", new { id = sara.UserId.ToString() })).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_answer_holds_after_everything_changed()
    {
        var sara = await _world.Player();
        var key = Guid.CreateVersion7().ToString();
        using var first = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "18:00"), key: key);
        var booking = await first.Expect(201);
        using (var cancelled = await sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            await cancelled.Expect(200);
        using var again = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "18:00"), key: key);
        (await again.Expect(201)).ToString().ShouldBe(booking.ToString());
    }

    [Fact]
    public async Task Another_wish_under_the_same_key_is_refused()
    {
        var sara = await _world.Player();
        var key = Guid.CreateVersion7().ToString();
        using var first = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "18:00"), key: key);
        await first.Expect(201);
        using var other = await BookingWorld.Book(sara, _world.Court(2), _world.At(Friday, "18:00"), key: key);
        await other.Refused(422, "request.idempotency_key_reused");
        using var ali = await BookingWorld.Book(await _world.Player("Ali"), _world.Court(2), _world.At(Friday, "18:00"), key: key);
        await ali.Expect(201); // the key is the user's own
    }

    [Fact]
    public async Task One_key_for_two_clubs_at_once_books_one()
    {
        var sara = await _world.Player();
        var other = await BookingWorld.Make(server);
        await BookingWorld.Booked(sara, _world.Court(3), _world.At(Friday, "18:00"));
        await BookingWorld.Booked(sara, other.Court(3), other.At(Friday, "18:00"));
        for (var round = 0; round < 5; round++)
        {
            var key = Guid.CreateVersion7().ToString();
            var start = _world.At(Friday.AddDays(round), "20:00");
            var statuses = await Task.WhenAll(new[] { _world, other }.Select(async world =>
            {
                using var answer = await BookingWorld.Book(sara, world.Court(1), start, key: key);
                return (int)answer.StatusCode;
            }));
            statuses.Order().ShouldBe([201, 422]);
        }
    }

    [Fact]
    public async Task A_refusal_is_judged_anew()
    {
        var (sara, ali) = (await _world.Player(), await _world.Player("Ali"));
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        var key = Guid.CreateVersion7().ToString();
        using (var late = await BookingWorld.Book(ali, _world.Court(1), _world.At(Friday, "18:00"), key: key))
            await late.Refused(409, "booking.slot_taken");
        using (var cancelled = await sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            await cancelled.Expect(200);
        using var again = await BookingWorld.Book(ali, _world.Court(1), _world.At(Friday, "18:00"), key: key);
        await again.Expect(201);
    }
}
