using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Availability;

/// <summary>A day in hand is answered in front of the pipeline. Nobody may be able to tell, except by the clock.</summary>
public sealed class AvailabilityInHandTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2026, 12, 3);
    private PadelServer _server = null!; // set before each test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await PadelServer.Start(new PadelServerOptions
    {
        Settings = new Dictionary<string, string?> { ["RateLimits:AddressPerMinute"] = "8", ["Web:CorsOrigins:0"] = "https://club.example" },
    });

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_looks_the_same_as_the_first_answer()
    {
        var probe = new AvailabilityProbe(_server, await _server.SetUpClub());
        using var first = await _server.Anyone.GetAsync(probe.Path(Day), Cancellation);
        using var second = await _server.Anyone.GetAsync(probe.Path(Day), Cancellation);
        Headers(second).ShouldBe(Headers(first));
        Headers(second).ShouldContain(header => header.StartsWith("X-Content-Type-Options"));
        (await second.Content.ReadAsStringAsync(Cancellation)).ShouldBe(await first.Content.ReadAsStringAsync(Cancellation));

        using var byDuration = await _server.Anyone.GetAsync(probe.Path(Day) + "&durationMinutes=90", Cancellation);
        using var otherWay = await _server.Anyone.GetAsync($"/api/v1/clubs/{probe.Club.ClubId}/availability?durationMinutes=90&date={Day:yyyy-MM-dd}", Cancellation);
        (await byDuration.Content.ReadAsStringAsync(Cancellation)).ShouldBe(await otherWay.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task It_counts_against_the_limit_of_the_address()
    {
        var probe = new AvailabilityProbe(_server, await _server.SetUpClub());
        for (var times = 0; times < 8; times++)
            (await _server.Anyone.GetAsync(probe.Path(Day), Cancellation)).Dispose();
        using var tooMany = await _server.Anyone.GetAsync(probe.Path(Day), Cancellation);
        tooMany.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        tooMany.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Another_origin_is_still_told_that_it_may_read()
    {
        var probe = new AvailabilityProbe(_server, await _server.SetUpClub());
        await _server.Anyone.GetAsync(probe.Path(Day), Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, probe.Path(Day));
        request.Headers.Add("Origin", "https://club.example");
        using var answer = await _server.Anyone.SendAsync(request, Cancellation);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["https://club.example"]);
    }

    [Theory]
    [InlineData("/api/v1/clubs/availability?date=2026-12-03")]
    [InlineData("/api/v1/clubs//availability?date=2026-12-03")]
    [InlineData("/api/v1/clubs/a/b/availability?date=2026-12-03")]
    [InlineData("/api/v1/clubs/margalla/availability?date=2026-12-0%00")]
    public async Task Odd_addresses_are_refused_as_ever(string path)
    {
        var probe = new AvailabilityProbe(_server, await _server.SetUpClub());
        await _server.Anyone.GetAsync(probe.Path(Day), Cancellation);
        using var answer = await _server.Anyone.GetAsync(path, Cancellation);
        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
    }

    [Fact]
    public async Task A_signed_in_member_sees_the_members_price_and_a_visitor_does_not()
    {
        var club = await _server.SetUpClub(file => file["pricesPerHalfHour"]!.AsArray().Add(
            new JsonObject { ["name"] = "Members", ["priceClass"] = "member", ["amount"] = 1500 }));
        var probe = new AvailabilityProbe(_server, club);
        var member = await _server.SignUp();
        await using (var sql = await _server.Sql())
        {
            await sql.ExecuteAsync(
                """
                insert into booking.players (player_id, name, created_at) values (@UserId, 'Ayesha', @now) on conflict do nothing;
                insert into booking.standings (club_id, player_id, price_class) values (@ClubId, @UserId, 'member')
                on conflict (club_id, player_id) do update set price_class = 'member';
                """, new { member.UserId, club.ClubId, now = _server.Clock.GetUtcNow() });
        }

        (await FirstPrice(_server.Anyone)).ShouldBe(400_000);
        (await FirstPrice(_server.Anyone)).ShouldBe(400_000);
        (await FirstPrice(member.Http)).ShouldBe(300_000);
        (await FirstPrice(_server.Anyone)).ShouldBe(400_000);

        async Task<long> FirstPrice(HttpClient client)
        {
            var body = await client.GetFromJsonAsync<JsonElement>(probe.Path(Day), Cancellation);
            return body.GetProperty("courts")[0].GetProperty("slots")[0].GetProperty("options")[0].GetProperty("price").GetProperty("amountMinor").GetInt64();
        }
    }

    private static List<string> Headers(HttpResponseMessage answer) =>
        [.. answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order()];
}
