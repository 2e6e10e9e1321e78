using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>The clock stands at Tuesday 1 December 2026, 15:00 in Karachi, and these tests do not turn it.</summary>
public sealed class AvailabilityTests(PadelServer server) : IClassFixture<PadelServer>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 12, 1);
    private AvailabilityProbe _probe = null!; // set before each test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _probe = new(server, await server.SetUpClub());

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_day_lists_every_court_with_starts_lengths_and_prices()
    {
        var day = Today.AddDays(3);
        var body = await server.Anyone.GetFromJsonAsync<JsonElement>(_probe.Path(day), Cancellation);
        body.GetProperty("clubId").GetGuid().ShouldBe(_probe.Club.ClubId);
        body.GetProperty("date").GetString().ShouldBe("2026-12-04");
        body.GetProperty("timeZone").GetString().ShouldBe("Asia/Karachi");
        var courts = body.GetProperty("courts").EnumerateArray().ToList();
        courts.Select(court => court.GetProperty("name").GetString()).ShouldBe(["Court 1", "Court 2", "Court 3", "Court 4", "Court 5", "Court 6"]);
        var edge = courts[0].GetProperty("slots").EnumerateArray().Single(slot => slot.GetProperty("startsAt").GetDateTimeOffset() == _probe.At(day, 16, 30));
        edge.GetProperty("startsAt").GetString().ShouldBe("2026-12-04T11:30:00Z");
        edge.GetProperty("options").EnumerateArray().Select(option => option.ToString()).ShouldBe(
        [
            """{"durationMinutes":60,"price":{"amountMinor":500000,"currency":"PKR"},"peak":true}""",
            """{"durationMinutes":90,"price":{"amountMinor":800000,"currency":"PKR"},"peak":true}""",
            """{"durationMinutes":120,"price":{"amountMinor":1100000,"currency":"PKR"},"peak":true}""",
        ]);
    }

    [Fact]
    public async Task The_night_is_sold_until_closing()
    {
        var day = Today.AddDays(4);
        var court = _probe.Club.Courts[0];
        (await _probe.IsOffered(court, _probe.At(day, 23, 30), 90)).ShouldBeTrue();
        (await _probe.IsOffered(court, _probe.At(day, 24), 60)).ShouldBeTrue();
        (await _probe.IsOffered(court, _probe.At(day, 24), 90)).ShouldBeFalse();
        (await _probe.IsOffered(court, _probe.At(day, 24, 30), 60)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_commit_shows_in_the_next_answer()
    {
        var (court, start) = (_probe.Club.Courts[1], _probe.At(Today.AddDays(5), 18));
        (await _probe.IsOffered(court, start)).ShouldBeTrue();
        await _probe.Claim(court, start, 90);
        (await _probe.IsOffered(court, start)).ShouldBeFalse();
        (await _probe.IsOffered(court, start.AddMinutes(60))).ShouldBeFalse();
        (await _probe.IsOffered(court, start.AddMinutes(90))).ShouldBeTrue();
        (await _probe.IsOffered(court, start.AddMinutes(-60))).ShouldBeTrue();
        (await _probe.IsOffered(court, start.AddMinutes(-90))).ShouldBeFalse(); // would leave half an hour in front of the booking
        (await _probe.IsOffered(court, start.AddMinutes(-90), 90)).ShouldBeTrue();
    }

    [Fact]
    public async Task One_length_can_be_asked_for()
    {
        var body = await server.Anyone.GetStringAsync(_probe.Path(Today.AddDays(2)) + "&durationMinutes=90", Cancellation);
        body.ShouldContain("\"durationMinutes\":90");
        body.ShouldNotContain("\"durationMinutes\":60");
        body.ShouldNotContain("\"durationMinutes\":120");
    }

    [Theory]
    [InlineData("date=2026-13-01")]
    [InlineData("date=01/12/2026")]
    [InlineData("date=")]
    [InlineData("date=0001-01-01")]
    [InlineData("date=9999-12-31")]
    [InlineData("")]
    [InlineData("date=2026-12-02&durationMinutes=45")]
    [InlineData("date=2026-12-02&durationMinutes=ninety")]
    [InlineData("date=2026-12-02&durationMinutes=-60")]
    public async Task A_question_that_makes_no_sense_is_a_400(string query)
    {
        using var answer = await server.Anyone.GetAsync($"/api/v1/clubs/margalla/availability?{query}", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString().ShouldBe("request.invalid");
    }

    [Theory]
    [InlineData("no-such-club")]
    [InlineData("00000000-0000-7000-8000-000000000000")]
    [InlineData("%27;drop table clubs")]
    public async Task An_unknown_club_is_a_404(string club)
    {
        using var answer = await server.Anyone.GetAsync($"/api/v1/clubs/{club}/availability?date=2026-12-02", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString().ShouldBe("request.not_found");
    }

    [Theory]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-16")] // today and 14 more days, no further
    [InlineData("1900-01-01")]
    [InlineData("2200-12-31")]
    public async Task A_day_outside_the_window_has_courts_without_slots(string date)
    {
        var body = await server.Anyone.GetFromJsonAsync<JsonElement>($"/api/v1/clubs/margalla/availability?date={date}", Cancellation);
        body.GetProperty("courts").EnumerateArray().Select(court => court.GetProperty("slots").GetArrayLength()).ShouldBe([0, 0, 0, 0, 0, 0]);
    }

    [Fact]
    public async Task The_same_content_is_not_sent_twice()
    {
        var path = _probe.Path(Today.AddDays(6));
        using var first = await server.Anyone.GetAsync(path, Cancellation);
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        first.Headers.Vary.ShouldBe(["Accept-Encoding", "Authorization"]);
        var tag = first.Headers.ETag.ShouldNotBeNull();

        using var again = await Ask(path, tag.ToString());
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        again.Headers.ETag.ShouldBe(tag);
        (await again.Content.ReadAsByteArrayAsync(Cancellation)).ShouldBeEmpty();
        using var among = await Ask(path, $"\"other\", {tag}");
        among.StatusCode.ShouldBe(HttpStatusCode.NotModified);

        await _probe.Claim(_probe.Club.Courts[2], _probe.At(Today.AddDays(6), 20), 60);
        using var changed = await Ask(path, tag.ToString());
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(tag);
    }

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task The_body_comes_in_the_best_encoding_the_client_takes(string? accepts, string? encoding)
    {
        var path = _probe.Path(Today.AddDays(7));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepts is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepts);
        using var answer = await server.Anyone.SendAsync(request, Cancellation);
        answer.Content.Headers.ContentEncoding.ShouldBe(encoding is null ? [] : [encoding]);
        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        answer.Content.Headers.ContentLength.ShouldBe(bytes.Length);
        Stream packed = new MemoryStream(bytes);
        await using var plain = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var body = await JsonDocument.ParseAsync(plain, default, Cancellation);
        body.RootElement.GetProperty("courts").GetArrayLength().ShouldBe(6);
    }

    [Fact]
    public async Task What_another_process_wrote_shows_within_a_second_without_a_message()
    {
        var (court, start) = (_probe.Club.Courts[3], _probe.At(Today.AddDays(8), 18));
        (await _probe.IsOffered(court, start)).ShouldBeTrue();
        await _probe.Claim(court, start, 60, tell: false);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _probe.IsOffered(court, start)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_summary_tells_how_full_the_days_are()
    {
        var before = await Summary();
        before.GetArrayLength().ShouldBe(3);
        before[0].GetProperty("date").GetString().ShouldBe("2026-12-10");
        // From 07:00 to 24:00 an hour can begin 35 times, on six courts; at 07:30 it would strand half an hour.
        before[0].GetProperty("totalStarts").GetInt32().ShouldBe(35 * 6);
        before[0].GetProperty("freeStarts").GetInt32().ShouldBe(34 * 6);
        before[0].GetProperty("firstFreeStartsAt").GetDateTimeOffset().ShouldBe(_probe.At(new DateOnly(2026, 12, 10), 7));

        await _probe.Claim(_probe.Club.Courts[0], _probe.At(new DateOnly(2026, 12, 10), 7), 18 * 60);
        var after = await Summary();
        after[0].GetProperty("freeStarts").GetInt32().ShouldBe(before[0].GetProperty("freeStarts").GetInt32() * 5 / 6);
        after[1].GetProperty("freeStarts").GetInt32().ShouldBe(before[1].GetProperty("freeStarts").GetInt32());

        async Task<JsonElement> Summary() => (await server.Anyone.GetFromJsonAsync<JsonElement>(
            "/api/v1/clubs/margalla/availability-summary?from=2026-12-10&days=3", Cancellation)).GetProperty("days");
    }

    [Theory]
    [InlineData("days=0")]
    [InlineData("days=32")]
    [InlineData("days=many")]
    [InlineData("from=tomorrow")]
    public async Task A_summary_that_makes_no_sense_is_a_400(string query)
    {
        using var answer = await server.Anyone.GetAsync($"/api/v1/clubs/margalla/availability-summary?{query}", Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_day_is_read_by_its_index()
    {
        await using var sql = await server.Sql();
        await sql.ExecuteAsync("set enable_seqscan = off");
        var plan = string.Join('\n', await sql.QueryAsync<string>(
            """
            explain select court_id, lower(during), upper(during), expires_at from booking.occupancies
            where club_id = @ClubId and business_day between @Today and @Today and released_at is null and (expires_at is null or expires_at > @now)
            """, new { _probe.Club.ClubId, Today, now = server.Clock.GetUtcNow() }));
        plan.ShouldContain("occupancies_of_day");
    }

    private async Task<HttpResponseMessage> Ask(string path, string ifNoneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        return await server.Anyone.SendAsync(request, Cancellation);
    }
}
