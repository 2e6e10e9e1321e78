using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

/// <summary>Players whose contact is not proven: holds, proofs, and what the club already knew under a phone. Each test has its own server and clock.</summary>
public sealed class HoldTests : IAsyncLifetime
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

    [Fact]
    public async Task An_unproven_contact_holds_the_court_until_its_code_is_confirmed()
    {
        var ali = await _server.SignUpUnverified();
        var booking = await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "18:00"));
        booking.Text("status").ShouldBe("held");
        booking.Text("holdExpiresAt").ShouldBe("2026-12-01T10:10:00Z");
        booking.GetProperty("nextAction").Text("kind").ShouldBe("verify_contact");
        booking.GetProperty("nextAction").Text("until").ShouldBe("2026-12-01T10:10:00Z");
        using (var taken = await BookingWorld.Book(await _world.Player(), _world.Court(1), _world.At(Friday, "18:00")))
            await taken.Refused(409, "booking.slot_taken");

        await Prove(ali);
        using var seen = await ali.Get($"/api/v1/bookings/{booking.Text("bookingId")}");
        var confirmed = await seen.Expect(200);
        confirmed.Text("status").ShouldBe("confirmed");
        confirmed.TryGetProperty("nextAction", out _).ShouldBeFalse();
        _server.Clock.Advance(TimeSpan.FromMinutes(10)); // the hold's time passes, the booking stays
        using var still = await BookingWorld.Book(await _world.Player(), _world.Court(1), _world.At(Friday, "18:00"));
        await still.Refused(409, "booking.slot_taken");
    }

    [Fact]
    public async Task A_lapsed_hold_is_free_at_once_and_told()
    {
        var ali = await _world.Player("Ali", verified: false);
        var booking = await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "18:00"));
        _server.Clock.Advance(TimeSpan.FromMinutes(10));
        var sara = await _world.Player();
        await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        await _server.EventsSettled();
        ali = await _world.Player("Ali", verified: false, ali.Identifier, ali.UserId);
        using var seen = await ali.Get($"/api/v1/bookings/{booking.Text("bookingId")}");
        (await seen.Expect(200)).Text("status").ShouldBe("expired");
        await using var sql = await _server.Sql();
        (await sql.QueryAsync<string>("select type from booking.outbox where data->>'bookingId' = @id order by event_id", new { id = booking.Text("bookingId") }))
            .ShouldBe(["padel.booking.booking-held.v1", "padel.booking.booking-expired.v1"]);
        (await _world.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task A_proven_phone_brings_what_the_club_knew()
    {
        var phone = People.NewPhone();
        var record = await Record(phone, "price_class = 'member', strikes = 2, member_no = 'M-7', note = 'Left-handed'");
        var desk = await _world.Staff();
        using (var made = await desk.Post($"/api/v1/clubs/{_world.Club.Slug}/desk-bookings", new
        {
            courtId = _world.Court(2).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60, playerId = record,
        }))
            await made.Expect(201);

        var ali = await _server.SignUpUnverified(phone);
        await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "18:00"));
        using (var before = await ali.Get("/api/v1/me/bookings"))
            (await before.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(1); // an unproven phone claims nothing

        await Prove(ali);
        using var after = await ali.Get("/api/v1/me/bookings");
        var items = (await after.Expect(200)).GetProperty("items");
        items.GetArrayLength().ShouldBe(2);
        items.EnumerateArray().ShouldAllBe(item => item.Text("status") == "confirmed");
        await using var sql = await _server.Sql();
        (await sql.QuerySingleAsync<(string, int, string, string)>(
            "select price_class, strikes, member_no, note from booking.standings where player_id = @UserId", new { ali.UserId }))
            .ShouldBe(("member", 2, "M-7", "Left-handed"));
        (await sql.QuerySingleAsync<Guid>("select merged_into from booking.players where player_id = @record", new { record })).ShouldBe(ali.UserId);
        (await sql.QuerySingleAsync<int>("select count(*)::int from booking.standings where player_id = @record", new { record })).ShouldBe(0);
    }

    [Fact]
    public async Task A_blocked_record_stays_blocked_and_its_hold_is_given_up()
    {
        var phone = People.NewPhone();
        await Record(phone, "blocked_reason = 'Fights'");
        var ali = await _server.SignUpUnverified(phone);
        var booking = await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "18:00"));
        booking.Text("status").ShouldBe("held");
        await Prove(ali);
        using var seen = await ali.Get($"/api/v1/bookings/{booking.Text("bookingId")}");
        (await seen.Expect(200)).Text("status").ShouldBe("cancelled");
        using var again = await BookingWorld.Book(ali, _world.Court(1), _world.At(Friday, "18:00"));
        await again.Refused(422, "booking.not_allowed");
        await BookingWorld.Booked(await _world.Player(), _world.Court(1), _world.At(Friday, "18:00"));
    }

    [Fact]
    public async Task A_proof_in_the_token_is_enough()
    {
        var phone = People.NewPhone();
        await Record(phone, "debt_minor = 100");
        using var answer = await BookingWorld.Book(await _world.Player(phone: phone), _world.Court(1), _world.At(Friday, "18:00"));
        (await answer.Refused(422, "booking.not_allowed")).Text("reason").ShouldBe("debt");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("blocked_reason = 'Fights'")]
    public async Task A_closed_account_leaves_its_games_and_its_person_unless_the_club_must_remember(string? standing)
    {
        var sara = await _world.Player();
        await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday, "18:00"));
        await using var sql = await _server.Sql();
        if (standing is not null)
            await sql.ExecuteAsync($"update booking.standings set {standing}");
        await sql.ExecuteAsync(
            """
            insert into identity.outbox (event_id, type, occurred_at, data)
            values (@id, 'padel.identity.user-closed.v1', @now, jsonb_build_object('userId', @UserId))
            """, new { id = Guid.CreateVersion7(), now = _server.Clock.GetUtcNow(), sara.UserId });
        await _server.EventsSettled();

        (await sql.QuerySingleAsync<string>("select status from booking.bookings")).ShouldBe("cancelled");
        var (name, phone) = await sql.QuerySingleAsync<(string, string?)>("select name, phone from booking.players where player_id = @UserId", new { sara.UserId });
        (name, phone).ShouldBe(standing is null ? ("Former player", null) : ("Sara Ahmed", sara.Identifier));
        using (var late = await BookingWorld.Book(sara, _world.Court(1), _world.At(Friday, "18:00")))
            await late.Refused(422, "booking.not_allowed"); // its last token still runs
        using var comeback = await BookingWorld.Book(await _world.Player("Sara Again", phone: sara.Identifier), _world.Court(1), _world.At(Friday, "18:00"));
        ((int)comeback.StatusCode).ShouldBe(standing is null ? 201 : 422);
    }

    [Fact]
    public async Task A_game_that_is_over_is_completed_and_told_once()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(1), _world.At(BookingWorld.Today, "18:00"));
        await BookingWorld.Booked(sara, _world.Court(2), _world.At(Friday, "18:00"));
        _server.Clock.Now = _world.At(BookingWorld.Today, "19:00");
        sara = await _world.Player(userId: sara.UserId, phone: sara.Identifier);
        await Until(async () =>
        {
            using var seen = await sara.Get($"/api/v1/bookings/{booking.Text("bookingId")}");
            return (await seen.Expect(200)).Text("status") == "completed";
        });
        using var past = await sara.Get("/api/v1/me/bookings?when=past");
        (await past.Expect(200)).GetProperty("items").EnumerateArray().Select(item => item.Text("bookingId")).ShouldBe([booking.Text("bookingId")]);
        await using var sql = await _server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*)::int from booking.outbox where type = 'padel.booking.booking-completed.v1'")).ShouldBe(1);
        (await _world.Overlaps()).ShouldBe(0);
    }

    [Fact]
    public async Task My_games_come_page_by_page()
    {
        var sara = await _world.Player();
        for (var day = 0; day < 5; day++)
            await BookingWorld.Booked(sara, _world.Court(1), _world.At(Friday.AddDays(day), "18:00"));
        var starts = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            using var answer = await sara.Get($"/api/v1/me/bookings?when=upcoming&limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}");
            var page = await answer.Expect(200);
            starts.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.Text("businessDay")));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }

        starts.ShouldBe(["2026-12-04", "2026-12-05", "2026-12-06", "2026-12-07", "2026-12-08"]);
        foreach (var bad in new[] { "cursor=x", "cursor=%27;--", "limit=0", "limit=101", "when=never", "limit=x" })
        {
            using var refused = await sara.Get($"/api/v1/me/bookings?{bad}");
            await refused.Refused(400, "request.invalid");
        }
    }

    private async Task Prove(Person person)
    {
        var code = await _server.LatestCode(person.Identifier);
        using var answer = await person.Post("/api/v1/me/verifications", new { identifier = person.Identifier, code });
        ((int)answer.StatusCode).ShouldBe(200, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await _server.EventsSettled();
    }

    // A person the club knew before the product came: no account.
    private async Task<Guid> Record(string phone, string standing)
    {
        var playerId = Guid.CreateVersion7();
        await using var sql = await _server.Sql();
        await sql.ExecuteAsync(
            $"""
            insert into booking.players (player_id, name, phone, created_at) values (@playerId, 'Ali (paper)', @phone, @now);
            insert into booking.standings (club_id, player_id) values (@ClubId, @playerId);
            update booking.standings set {standing} where player_id = @playerId
            """, new { playerId, phone, _world.Club.ClubId, now = _server.Clock.GetUtcNow() });
        return playerId;
    }

    private static async Task Until(Func<Task<bool>> isSo)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await isSo())
                return;
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("It did not happen in five seconds.");
    }
}
