using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Clubs;
using Padel.Identity.Accounts;
using Padel.Identity.Sessions;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Bookings;

/// <summary>The pilot club with people who hold real tokens, and short ways to do what they do. The clock stands at Tuesday 1 December 2026, 15:00.</summary>
internal sealed class BookingWorld
{
    private BookingWorld(PadelServer server, ClubSetup club) => (Server, Club) = (server, club);

    public static readonly DateOnly Today = new(2026, 12, 1);

    public PadelServer Server { get; }

    public ClubSetup Club { get; }

    public static async Task<BookingWorld> Make(PadelServer server, Action<JsonObject>? change = null) =>
        new(server, await server.SetUpClub(file =>
        {
            file["slug"] = "c" + Guid.CreateVersion7().ToString("N")[16..];
            change?.Invoke(file);
        }));

    public Court Court(int number) => Club.Courts[number - 1];

    /// <summary>An instant by the club's clock; "25:00" is one in the morning after.</summary>
    public DateTimeOffset At(DateOnly day, string clock) =>
        Club.Zone.InstantOf(day, (int.Parse(clock[..2], null) * 60) + int.Parse(clock[3..], null));

    /// <summary>A signed-in player whose phone is proven, or not.</summary>
    public async Task<Person> Player(string name = "Sara Ahmed", bool verified = true, string? phone = null, Guid? userId = null)
    {
        var user = new User(userId ?? Guid.CreateVersion7(), name, phone ?? People.NewPhone(), verified, null, false, null, "1", false);
        return await SignedIn(user);
    }

    public async Task<Person> Staff(string role = "desk")
    {
        var user = new User(Guid.CreateVersion7(), "Bilal Desk", null, false, $"{Guid.CreateVersion7():N}@club.test", true, null, "1", true);
        await using var sql = await Server.Sql();
        await sql.ExecuteAsync(
            """
            insert into identity.users (user_id, name, email, email_verified_at, created_at) values (@UserId, @Name, @Email, @now, @now);
            insert into identity.staff (club_id, user_id, role, created_at) values (@ClubId, @UserId, @role, @now)
            """,
            new { user.UserId, user.Name, user.Email, Club.ClubId, role, now = Server.Clock.GetUtcNow() });
        return await SignedIn(user);
    }

    public static Task<HttpResponseMessage> Book(
        Person who, Court court, DateTimeOffset startsAt, int durationMinutes = 60, string? key = null, string payWith = "at_club") =>
        who.Post("/api/v1/bookings", new { courtId = court.CourtId, startsAt, durationMinutes, payWith }, key ?? Guid.CreateVersion7().ToString());

    /// <summary>Books and expects it to work.</summary>
    public static async Task<JsonElement> Booked(Person who, Court court, DateTimeOffset startsAt, int durationMinutes = 60)
    {
        using var answer = await Book(who, court, startsAt, durationMinutes);
        return await answer.Expect(201);
    }

    /// <summary>Overlapping live claims of the club's courts: there must never be one.</summary>
    public async Task<int> Overlaps()
    {
        await using var sql = await Server.Sql();
        return await sql.ExecuteScalarAsync<int>(
            """
            select count(*)::int from booking.occupancies a join booking.occupancies b
              on a.court_id = b.court_id and a.during && b.during and a.occupancy_id < b.occupancy_id
            where a.released_at is null and b.released_at is null and a.club_id = @ClubId
            """, new { Club.ClubId });
    }

    private async Task<Person> SignedIn(User user)
    {
        var token = await Server.Services.GetRequiredService<TokenIssuer>()
            .Issue(user, Guid.CreateVersion7(), user.SecondFactor, TestContext.Current.CancellationToken);
        return new Person(user.UserId, user.Phone ?? user.Email ?? "", token, Server.Client(token));
    }
}
