using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Desk;

public sealed class DeskTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private BookingWorld _world = null!; // set before each test
    private Person _desk = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _world = await BookingWorld.Make(server);
        _desk = await _world.Staff();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_desk_books_for_a_guest_by_name()
    {
        using var answer = await Make("18:00", guest: new { name = "Uncle Tariq", phone = "0300 1234567" }, note: "Needs rackets");
        var booking = await answer.Expect(201);
        booking.Text("status").ShouldBe("confirmed");
        booking.Text("source").ShouldBe("desk");
        booking.GetProperty("players")[0].Text("name").ShouldBe("Uncle Tariq");
        var shown = (await Board(Friday)).GetProperty("courts")[0].GetProperty("claims")[0].GetProperty("booking");
        shown.GetProperty("guest").GetBoolean().ShouldBeTrue();
        shown.Text("phone").ShouldBe("+923001234567");
        shown.Text("note").ShouldBe("Needs rackets");
        await using var sql = await server.Sql();
        (await sql.QuerySingleAsync<int>("select count(*)::int from booking.audit_log where subject_id = @id", new { id = booking.Text("bookingId") })).ShouldBe(1);
    }

    [Fact]
    public async Task Two_clicks_of_the_desk_are_one_booking()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await _desk.Post(Path("desk-bookings"), new
            {
                courtId = _world.Court(5).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60, guest = new { name = "Tariq" },
            }, key: "double-click");
            return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }));
        answers.Distinct().Count().ShouldBe(1);
        answers[0].ShouldStartWith("201 ");
    }

    [Theory]
    [InlineData("18:15", 60, "booking.not_on_grid")]
    [InlineData("18:00", 45, "booking.bad_duration")]
    [InlineData("25:00", 60, "booking.outside_hours")]
    [InlineData("12:30", 60, "booking.leaves_gap")]
    public async Task A_rule_is_broken_only_with_a_reason(string clock, int minutes, string code)
    {
        await BookingWorld.Booked(await _world.Player(), _world.Court(1), _world.At(Friday, "11:00"));
        using (var refused = await Make(clock, minutes, guest: new { name = "Tariq" }))
            (await refused.Refused(422, code)).GetProperty("overridable").GetBoolean().ShouldBeTrue();
        using var allowed = await Make(clock, minutes, guest: new { name = "Tariq" }, overrideReason: "Regular of ten years");
        var booking = await allowed.Expect(201);
        await using var sql = await server.Sql();
        var (reason, overridden) = await sql.QuerySingleAsync<(string, string)>(
            "select reason, after->>'overridden' from booking.audit_log where subject_id = @id", new { id = booking.Text("bookingId") });
        reason.ShouldBe("Regular of ten years");
        overridden.ShouldContain(code);
    }

    [Fact]
    public async Task No_reason_takes_a_taken_court()
    {
        await BookingWorld.Booked(await _world.Player(), _world.Court(1), _world.At(Friday, "18:00"));
        using var answer = await Make("18:30", guest: new { name = "Tariq" }, overrideReason: "I am the boss");
        (await answer.Refused(409, "booking.slot_taken")).GetProperty("alternatives").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_walk_in_plays_the_slot_that_has_begun()
    {
        using var answer = await Make("14:30", guest: new { name = "Walk-in" }, day: BookingWorld.Today);
        await answer.Expect(201); // it is 15:00
        using var over = await Make("13:00", guest: new { name = "Walk-in" }, day: BookingWorld.Today);
        await over.Refused(422, "booking.in_the_past");
    }

    [Theory]
    [InlineData("""{"startsAt":"2026-12-04T13:00:00Z","durationMinutes":60}""", "guest")]
    [InlineData("""{"startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"guest":{"name":" "}}""", "guest.name")]
    [InlineData("""{"startsAt":"2026-12-04T13:00:00Z","durationMinutes":60,"guest":{"name":"T","phone":"call me"}}""", "guest.phone")]
    [InlineData("""{"startsAt":"2026-12-04T13:00:30Z","durationMinutes":60,"guest":{"name":"T"},"overrideReason":"x"}""", "startsAt")]
    [InlineData("""{"startsAt":"2026-12-04T13:00:00Z","durationMinutes":5000,"guest":{"name":"T"},"overrideReason":"x"}""", "durationMinutes")]
    public async Task Fields_that_no_reason_mends_are_refused(string json, string field)
    {
        var body = System.Text.Json.Nodes.JsonNode.Parse(json)!.AsObject(); // written above
        body["courtId"] = _world.Court(1).CourtId;
        using var answer = await _desk.Post(Path("desk-bookings"), body);
        (await answer.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Players_are_found_by_name_or_phone_and_only_the_club_s_own()
    {
        var sara = await _world.Player("Sara O'Neill");
        await BookingWorld.Booked(sara, _world.Court(3), _world.At(Friday, "18:00"));
        (await Found("neill sa")).ShouldBe(["Sara O'Neill"]);
        (await Found("0" + sara.Identifier[3..])).ShouldBe(["Sara O'Neill"]);
        (await Found("%")).ShouldBeEmpty();
        (await Found("'; drop table players; --")).ShouldBeEmpty();
        (await Found("")).ShouldBeEmpty();
        var other = await BookingWorld.Make(server);
        using var elsewhere = await (await other.Staff()).Get($"/api/v1/clubs/{other.Club.Slug}/players?search=neill");
        (await elsewhere.Expect(200)).GetProperty("items").GetArrayLength().ShouldBe(0);

        using var unknown = await (await other.Staff()).Post($"/api/v1/clubs/{other.Club.Slug}/desk-bookings", new
        {
            courtId = other.Court(1).CourtId, startsAt = other.At(Friday, "18:00"), durationMinutes = 60, playerId = sara.UserId,
        });
        await unknown.Refused(404, "booking.unknown_player");
        using var known = await _desk.Post(Path("desk-bookings"), new
        {
            courtId = _world.Court(1).CourtId, startsAt = _world.At(Friday, "18:00"), durationMinutes = 60, playerId = sara.UserId,
        });
        (await known.Expect(201)).GetProperty("players")[0].GetProperty("playerId").GetGuid().ShouldBe(sara.UserId);
    }

    [Fact]
    public async Task A_quote_says_what_makes_the_price()
    {
        using var answer = await _desk.Get(Path($"quotes?courtId={_world.Court(1).CourtId}&startsAt=2026-12-04T11:30:00Z&durationMinutes=90"));
        var quote = await answer.Expect(200);
        quote.GetProperty("price").GetProperty("amountMinor").GetInt64().ShouldBe(800_000);
        quote.GetProperty("segments").EnumerateArray().Select(part => part.Text("rule")).ShouldBe(["Off-peak", "Peak weekdays", "Peak weekdays"]);
        quote.GetProperty("free").GetBoolean().ShouldBeTrue();
        foreach (var bad in new[] { "startsAt=0001-01-01T00:00:00Z&durationMinutes=60", "startsAt=x&durationMinutes=60", "startsAt=2026-12-04T11:30:00Z&durationMinutes=0" })
        {
            using var refused = await _desk.Get(Path($"quotes?courtId={_world.Court(1).CourtId}&{bad}"));
            await refused.Refused(400, "request.invalid");
        }
    }

    [Fact]
    public async Task Six_courts_are_closed_or_none()
    {
        var sara = await _world.Player();
        var booking = await BookingWorld.Booked(sara, _world.Court(4), _world.At(Friday, "18:00"));
        using (var refused = await Block("17:00", "19:00"))
        {
            var conflict = (await refused.Refused(409, "booking.block_conflicts")).GetProperty("bookings")[0];
            conflict.Text("bookingId").ShouldBe(booking.Text("bookingId"));
            conflict.Text("courtName").ShouldBe("Court 4");
            conflict.Text("name").ShouldBe("Sara Ahmed");
        }

        (await Claims(Friday)).ShouldBe(["booking"]);
        using (var cancelled = await sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            await cancelled.Expect(200);
        using var blocked = await Block("17:00", "19:00");
        await blocked.Expect(201);
        (await Claims(Friday)).ShouldBe(Enumerable.Repeat("block", 6));
        using (var late = await BookingWorld.Book(sara, _world.Court(4), _world.At(Friday, "18:00")))
            await late.Refused(409, "booking.slot_taken");

        var path = blocked.Headers.Location!.ToString(); // a created answer says where
        using (var stranger = await (await (await BookingWorld.Make(server)).Staff()).Delete(path))
            await stranger.Refused(403, "request.not_allowed");
        for (var time = 0; time < 2; time++)
        {
            using var lifted = await _desk.Delete(path);
            await lifted.Expect(204);
        }

        await BookingWorld.Booked(sara, _world.Court(4), _world.At(Friday, "18:00"));
        using var unknown = await _desk.Delete(Path($"blocks/{Guid.CreateVersion7()}"));
        await unknown.Refused(404, "request.not_found");
    }

    [Fact]
    public async Task A_block_over_several_days_shows_on_each_and_ends_lapsed_holds()
    {
        var ali = await _world.Player("Ali", verified: false);
        await BookingWorld.Booked(ali, _world.Court(1), _world.At(Friday, "23:30"), 90);
        using (var held = await Block("23:00", "33:00", kind: "tournament"))
            await held.Refused(409, "booking.block_conflicts");
        await using (var sql = await server.Sql())
        {
            await sql.ExecuteAsync("update booking.bookings set hold_expires_at = @now where club_id = @ClubId; update booking.occupancies set expires_at = @now where club_id = @ClubId",
                new { now = server.Clock.GetUtcNow(), _world.Club.ClubId });
        }

        using var blocked = await Block("23:00", "33:00", kind: "tournament");
        await blocked.Expect(201);
        (await Claims(Friday)).ShouldBe(Enumerable.Repeat("event", 6));
        (await Claims(Friday.AddDays(1))).ShouldBe(Enumerable.Repeat("event", 6));
        (await _world.Overlaps()).ShouldBe(0);
    }

    [Theory]
    [InlineData("18:00", "18:00", "weather", "Rain", "endsAt")]
    [InlineData("18:00", "17:00", "weather", "Rain", "endsAt")]
    [InlineData("18:00", "19:00", "flood", "Rain", "kind")]
    [InlineData("18:00", "19:00", "weather", " ", "reason")]
    public async Task A_block_says_what_is_wrong_with_it(string from, string to, string kind, string reason, string field)
    {
        using var answer = await Block(from, to, kind, reason);
        (await answer.Refused(400, "request.invalid")).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_funnel_counts_the_way_to_a_game()
    {
        for (var n = 0; n < 3; n++)
        {
            using var step = await server.Anyone.PostAsync(new Uri(Path("funnel-steps"), UriKind.Relative), Json("""{"step":"slot_opened"}"""), TestContext.Current.CancellationToken);
            await step.Expect(204);
        }

        using (var wrong = await server.Anyone.PostAsync(new Uri(Path("funnel-steps"), UriKind.Relative), Json("""{"step":"paid"}"""), TestContext.Current.CancellationToken))
            await wrong.Refused(400, "request.invalid");
        var sara = await _world.Player();
        await BookingWorld.Booked(await _world.Player("Ali", verified: false), _world.Court(1), _world.At(Friday, "18:00"));
        var booking = await BookingWorld.Booked(sara, _world.Court(2), _world.At(Friday, "18:00"));
        using (var cancelled = await sara.Post($"/api/v1/bookings/{booking.Text("bookingId")}/cancellation", new { }))
            await cancelled.Expect(200);
        using (await Make("18:00", guest: new { name = "Tariq" }, court: 3))
        {
            // the desk's own booking counts too
        }

        var counts = new List<string>();
        for (var tries = 0; tries < 100 && counts.Count < 5; tries++)
        {
            using var answer = await _desk.Get(Path("funnel?from=2026-12-01&to=2026-12-01"));
            counts = [.. (await answer.Expect(200)).GetProperty("counts").EnumerateArray().Select(row => $"{row.Text("step")} {row.Text("source")} {row.GetProperty("count")}")];
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        counts.ShouldBe(["cancelled app 1", "confirmed app 1", "confirmed desk 1", "held app 1", "slot_opened app 3"], ignoreOrder: true);
    }

    [Fact]
    public async Task Only_staff_reach_the_desk()
    {
        var sara = await _world.Player();
        foreach (var path in new[] { "day?date=2026-12-04", "players?search=sara", "funnel?from=2026-12-01&to=2026-12-02" })
        {
            using var answer = await sara.Get(Path(path));
            await answer.Refused(403, "request.not_allowed");
        }

        foreach (var bad in new[] { "day?date=0001-01-01", "day?date=9999-12-31", "day?date=x", "funnel?from=9999-12-31&to=9999-12-31" })
        {
            using var answer = await _desk.Get(Path(bad));
            await answer.Refused(400, "request.invalid");
        }
    }

    private Task<HttpResponseMessage> Make(
        string clock, int minutes = 60, object? guest = null, string? note = null, string? overrideReason = null, DateOnly? day = null, int court = 1) =>
        _desk.Post(Path("desk-bookings"), new
        {
            courtId = _world.Court(court).CourtId, startsAt = _world.At(day ?? Friday, clock), durationMinutes = minutes, guest, note, overrideReason,
        });

    private Task<HttpResponseMessage> Block(string from, string to, string kind = "maintenance", string reason = "New carpet") =>
        _desk.Post(Path("blocks"), new
        {
            courtIds = _world.Club.Courts.Select(court => court.CourtId), startsAt = _world.At(Friday, from), endsAt = _world.At(Friday, to), kind, reason,
        });

    private async Task<JsonElement> Board(DateOnly day)
    {
        using var answer = await _desk.Get(Path($"day?date={day:yyyy-MM-dd}"));
        return await answer.Expect(200);
    }

    private async Task<List<string>> Claims(DateOnly day) =>
        [.. from court in (await Board(day)).GetProperty("courts").EnumerateArray() from claim in court.GetProperty("claims").EnumerateArray() select claim.Text("kind")];

    private async Task<List<string>> Found(string search)
    {
        using var answer = await _desk.Get(Path($"players?search={Uri.EscapeDataString(search)}"));
        return [.. (await answer.Expect(200)).GetProperty("items").EnumerateArray().Select(item => item.Text("name"))];
    }

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private string Path(string rest) => $"/api/v1/clubs/{_world.Club.Slug}/{rest}";
}
