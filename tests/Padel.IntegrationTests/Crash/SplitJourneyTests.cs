using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Dapper;
using Npgsql;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Crash;

/// <summary>The same journey whichever way the services are spread: sign up, book, be told.</summary>
public sealed class SplitJourneyTests
{
    [Fact]
    public async Task The_journey_works_with_identity_and_booking_as_two_processes()
    {
        await using var identity = await PadelServer.Start(With("services", "identity,devoutbox"));
        await using var booking = await PadelServer.Start(
            With("services", "booking", "Services:identity", identity.Address.ToString()) with { Database = identity.Database, Clock = identity.Clock });
        await Journey(identity, booking);
    }

    [Fact]
    public async Task The_journey_works_with_booking_in_a_database_of_its_own()
    {
        var own = await TestCluster.Current.EmptyDatabase();
        await using var server = await PadelServer.Start(With("ConnectionStrings:booking", TestCluster.Current.Administrator(own)));
        await Journey(server, server);

        await using var sql = new NpgsqlConnection(TestCluster.Current.Administrator(own));
        await sql.OpenAsync(TestContext.Current.CancellationToken);
        (await sql.QuerySingleAsync<long>("select count(*) from booking.bookings")).ShouldBe(1);
        await using var shared = await server.Sql();
        (await shared.QuerySingleAsync<long>("select count(*) from booking.bookings")).ShouldBe(0);
    }

    private static async Task Journey(PadelServer identity, PadelServer booking)
    {
        var club = await booking.SetUpClub();
        using var signUp = identity.Client();
        var phone = People.NewPhone();
        (await signUp.PostAsJsonAsync("/api/v1/auth/codes", new { identifier = phone })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var code = (await identity.Outbox(phone, wait: 10))[0].GetProperty("code").GetString();
        using var session = await signUp.PostAsJsonAsync("/api/v1/auth/sessions", new { identifier = phone, code });
        var token = (await session.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("accessToken").GetString();

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings")
        {
            Content = JsonContent.Create(new
            {
                courtId = club.Courts[0].CourtId, startsAt = new DateTimeOffset(2026, 12, 2, 13, 0, 0, TimeSpan.Zero), durationMinutes = 90, payWith = "at_club",
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", "one");
        using var booked = await booking.Anyone.SendAsync(request);
        booked.StatusCode.ShouldBe(HttpStatusCode.Created, await booked.Content.ReadAsStringAsync());

        await Eventually(async () => (await identity.Outbox(phone)).Any(item => item.GetProperty("kind").GetString() == "booking-confirmed"));
    }

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await holds())
                return;
            await Task.Delay(50);
        }

        (await holds()).ShouldBeTrue();
    }

    private static PadelServerOptions With(params string[] settings) =>
        new() { Settings = settings.Chunk(2).ToDictionary(pair => pair[0], string? (pair) => pair[1]) };
}
