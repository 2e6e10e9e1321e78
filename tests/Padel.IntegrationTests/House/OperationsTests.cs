using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.House;

/// <summary>What the people who run the product see: parked events, the audit log, reports of browsers, purges.</summary>
public sealed class OperationsTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task A_poisoned_event_is_parked_shown_to_the_manager_and_retried()
    {
        var club = (await server.SetUpClub()).ClubId;
        var manager = await server.StaffOf(club, "manager");
        var eventId = await Poison(club);
        var other = await Poison(Guid.CreateVersion7());

        var parked = await Parked(manager, club, eventId);
        parked.GetProperty("service").GetString().ShouldBe("booking");
        parked.GetProperty("attempts").GetInt32().ShouldBe(6);
        parked.TryGetProperty("data", out _).ShouldBeFalse();

        var retried = await manager.Http.PostAsync($"/api/v1/clubs/{club}/parked-events/{eventId}/retries", null, TestContext.Current.CancellationToken);
        retried.StatusCode.ShouldBe(HttpStatusCode.OK);
        var elsewhere = await manager.Http.PostAsync($"/api/v1/clubs/{club}/parked-events/{other}/retries", null, TestContext.Current.CancellationToken);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var audit = await manager.Http.GetFromJsonAsync<JsonElement>($"/api/v1/clubs/{club}/audit-entries", TestContext.Current.CancellationToken);
        audit.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subjectId").GetString()).ShouldContain(eventId.ToString());
        await Forget(eventId, other);
    }

    [Theory]
    [InlineData("parked-events")]
    [InlineData("audit-entries")]
    public async Task What_the_desk_and_players_may_not_see_is_refused(string page)
    {
        var club = (await server.SetUpClub()).ClubId;
        foreach (var person in new[] { await server.StaffOf(club, "desk"), await server.SignUp(), await server.StaffOf(Guid.CreateVersion7(), "owner") })
            (await person.Http.GetAsync($"/api/v1/clubs/{club}/{page}", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_audit_log_comes_in_pages_newest_first()
    {
        var club = (await server.SetUpClub()).ClubId;
        var manager = await server.StaffOf(club, "manager");
        // Ids older than any real one, so that these entries stand behind those of the other tests.
        await using (var sql = await server.Sql())
            await sql.ExecuteAsync(
                """
                insert into booking.audit_log (audit_id, at, club_id, actor_id, actor_name, action, subject_type, subject_id)
                select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, @now, @club, @UserId, 'Test', 'test', 'thing', n::text from generate_series(1, 120) n
                """, new { now = server.Clock.GetUtcNow(), club, manager.UserId });

        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = await manager.Http.GetFromJsonAsync<JsonElement>(
                $"/api/v1/clubs/{club}/audit-entries{(cursor is null ? "" : "?cursor=" + cursor)}", TestContext.Current.CancellationToken);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("auditId").GetString()));
            cursor = page.TryGetProperty("nextCursor", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        seen.Count.ShouldBeGreaterThanOrEqualTo(120);
        seen.ShouldBe(seen.Distinct().OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Browsers_may_report_errors_and_policy_violations()
    {
        var error = await server.Anyone.PostAsJsonAsync("/api/v1/browser-errors",
            new { message = "x is undefined", stack = "at y", url = "http://localhost/?code=481516", release = "1" }, TestContext.Current.CancellationToken);
        error.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var (type, body) in new[]
            { ("application/csp-report", """{"csp-report":{"blocked-uri":"inline"}}"""), ("application/reports+json", """[{"type":"csp-violation","body":{"blockedURL":"inline"}}]""") })
        {
            using var content = new StringContent(body, Encoding.UTF8, type);
            (await server.Anyone.PostAsync("/csp-reports", content, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }
    }

    [Fact]
    public async Task What_was_done_a_week_ago_is_purged_and_what_waits_is_not()
    {
        await using var sql = await server.Sql();
        var old = server.Clock.GetUtcNow().AddDays(-8);
        await sql.ExecuteAsync(
            """
            insert into booking.outbox (event_id, type, occurred_at, data, relayed_at)
            select gen_random_uuid(), 'padel.test.purged.v1', @old, '{}', @old from generate_series(1, 1500);
            insert into booking.inbox (event_id, type, occurred_at, data, received_at, next_attempt_at, parked_at)
            values (gen_random_uuid(), 'padel.test.kept.v1', @old, '{}', @old, @old, @old);
            """, new { old });

        await using var second = await PadelServer.Start(new PadelServerOptions { Database = server.Database, Clock = server.Clock });
        for (var tries = 0; tries < 100 && await Count("booking.outbox", "padel.test.purged.v1") > 0; tries++)
            await Task.Delay(100, TestContext.Current.CancellationToken);

        (await Count("booking.outbox", "padel.test.purged.v1")).ShouldBe(0);
        (await Count("booking.inbox", "padel.test.kept.v1")).ShouldBe(1);

        Task<long> Count(string table, string type) => sql.QuerySingleAsync<long>($"select count(*) from {table} where type = @type", new { type });
    }

    // An event whose data no handler can read, as it stands after its last attempt.
    private async Task<Guid> Poison(Guid clubId)
    {
        var eventId = Guid.CreateVersion7();
        await using var sql = await server.Sql();
        await sql.ExecuteAsync(
            """
            insert into booking.inbox (event_id, type, club_id, occurred_at, data, received_at, next_attempt_at, attempts)
            values (@eventId, 'padel.identity.contact-verified.v1', @clubId, @now, '"nonsense"', @now, @now, 5)
            """, new { eventId, clubId, now = server.Clock.GetUtcNow() });
        return eventId;
    }

    // A retried one waits for a clock that stands still; the other tests wait for all events.
    private async Task Forget(params Guid[] events)
    {
        await using var sql = await server.Sql();
        await sql.ExecuteAsync("delete from booking.inbox where event_id = any(@events)", new { events });
    }

    private static async Task<JsonElement> Parked(Person manager, Guid club, Guid eventId)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var list = await manager.Http.GetFromJsonAsync<JsonElement>($"/api/v1/clubs/{club}/parked-events", TestContext.Current.CancellationToken);
            foreach (var item in list.GetProperty("items").EnumerateArray())
            {
                if (item.GetProperty("eventId").GetGuid() == eventId)
                    return item;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException("The event was not parked.");
    }
}
