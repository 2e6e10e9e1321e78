using System.Text.Json;
using Dapper;
using Padel.IntegrationTests.Bookings;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Concurrency;

/// <summary>Many people at once. Whatever they do, claims stay disjoint, answers stay plain, and PostgreSQL sees no deadlock.</summary>
public sealed class HerdTests : IAsyncLifetime
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private static readonly int[] Lengths = [60, 90, 120];
    private PadelServer _server = null!; // set before each test

    public async ValueTask InitializeAsync() => _server = await PadelServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Two_hundred_players_want_overlapping_slots_from_two_processes()
    {
        var world = await BookingWorld.Make(_server);
        await using var second = await PadelServer.Start(new PadelServerOptions { Database = _server.Database, Clock = _server.Clock });
        var players = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => world.Player($"Player {n}")));
        var random = new Random(20261204);
        var wishes = players.Select((player, n) => (
            Player: n % 2 == 0 ? player : player with { Http = second.Client(player.AccessToken) },
            Court: world.Court(1 + random.Next(2)),
            Start: world.At(Friday, "18:00").AddMinutes(30 * random.Next(8)),
            Minutes: Lengths[random.Next(3)])).ToList();

        var answers = await Task.WhenAll(wishes.Select(async wish =>
        {
            using var answer = await BookingWorld.Book(wish.Player, wish.Court, wish.Start, wish.Minutes);
            return await Judge(answer);
        }));

        answers.ShouldAllBe(answer => answer == "201" || answer == "409 booking.slot_taken" || answer == "422 booking.leaves_gap");
        await Disjoint(world);
        await using var sql = await _server.Sql();
        var booked = await sql.QuerySingleAsync<int>("select count(*)::int from booking.bookings where club_id = @ClubId", new { world.Club.ClubId });
        booked.ShouldBe(answers.Count(answer => answer == "201"));
        booked.ShouldBeInRange(4, 10);
    }

    [Fact]
    public async Task One_slot_has_one_winner()
    {
        var world = await BookingWorld.Make(_server);
        var players = await Task.WhenAll(Enumerable.Range(0, 100).Select(n => world.Player($"Player {n}")));
        var answers = await Task.WhenAll(players.Select(async player =>
        {
            using var answer = await BookingWorld.Book(player, world.Court(1), world.At(Friday, "18:00"), 90);
            return await Judge(answer);
        }));
        answers.Count(answer => answer == "201").ShouldBe(1);
        answers.Count(answer => answer == "409 booking.slot_taken").ShouldBe(99);
        await Disjoint(world);
    }

    [Fact]
    public async Task Ten_requests_at_limit_minus_one_pass_one()
    {
        var world = await BookingWorld.Make(_server, file => file["limits"]!["activeBookings"] = 3);
        for (var round = 0; round < 3; round++)
        {
            var sara = await world.Player();
            await BookingWorld.Booked(sara, world.Court(1), world.At(Friday.AddDays(round), "10:00"));
            await BookingWorld.Booked(sara, world.Court(2), world.At(Friday.AddDays(round), "10:00"));
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
            {
                using var answer = await BookingWorld.Book(sara, world.Court(3 + (n % 4)), world.At(Friday.AddDays(round), "12:00").AddHours(n / 4));
                return await Judge(answer);
            }));
            answers.Count(answer => answer == "201").ShouldBe(1);
            answers.Count(answer => answer == "422 booking.limit_reached").ShouldBe(9);
        }
    }

    [Fact]
    public async Task A_player_s_first_ten_requests_at_once_respect_the_limit()
    {
        var world = await BookingWorld.Make(_server, file => file["limits"]!["activeBookings"] = 1);
        var sara = await world.Player();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(async n =>
        {
            using var answer = await BookingWorld.Book(sara, world.Court(1 + (n % 6)), world.At(Friday, "12:00").AddHours(n / 6));
            return await Judge(answer);
        }));
        answers.Count(answer => answer == "201").ShouldBe(1);
        answers.Count(answer => answer == "422 booking.limit_reached").ShouldBe(9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Bookings_blocks_moves_cancellations_and_lapsing_holds_race(int seed)
    {
        var world = await BookingWorld.Make(_server, file =>
        {
            file["payments"]!["holdMinutes"] = 1;
            file["slots"]!["avoidGaps"] = false;
            file["limits"]!["activeBookings"] = 50;
        });
        var random = new Random(seed);
        var desk = await world.Staff();
        var players = await Task.WhenAll(Enumerable.Range(0, 30).Select(n => world.Player($"Player {n}", verified: n % 3 != 0)));
        var answers = new List<string>();
        for (var round = 0; round < 4; round++)
        {
            var work = players.SelectMany(player => new[] { BookSomething(world, player, random), ChangeSomething(world, player, random) })
                .Concat(Enumerable.Range(0, 6).Select(_ => BlockEverything(world, desk, random)))
                .OrderBy(_ => random.Next()).ToList();
            answers.AddRange((await Task.WhenAll(work.Select(one => one()))).SelectMany(codes => codes));
            await Disjoint(world);
            _server.Clock.Advance(TimeSpan.FromSeconds(61)); // every hold lapses while the next round begins
        }

        answers.Where(answer => answer[0] == '5').ShouldBeEmpty();
        answers.Count(answer => answer == "201").ShouldBeGreaterThan(20);
        answers.ShouldContain("409 booking.slot_taken");
        await Disjoint(world);
    }

    private static Func<Task<List<string>>> BookSomething(BookingWorld world, Person player, Random random)
    {
        var (court, start, minutes) = Somewhere(world, random);
        return async () =>
        {
            using var answer = await BookingWorld.Book(player, court, start, minutes);
            return [await Judge(answer)];
        };
    }

    // Moves one of the player's bookings and cancels another, if there are.
    private static Func<Task<List<string>>> ChangeSomething(BookingWorld world, Person player, Random random)
    {
        var (court, start, minutes) = Somewhere(world, random);
        var alsoCancels = random.Next(2) == 0;
        return async () =>
        {
            using var list = await player.Get("/api/v1/me/bookings");
            var items = (await list.Expect(200)).GetProperty("items");
            var codes = new List<string>();
            if (items.GetArrayLength() > 0)
            {
                using var moved = await player.Post(
                    $"/api/v1/bookings/{items[0].Text("bookingId")}/moves", new { courtId = court.CourtId, startsAt = start, durationMinutes = minutes },
                    ifMatch: items[0].GetProperty("version").ToString());
                codes.Add(await Judge(moved));
            }

            if (alsoCancels && items.GetArrayLength() > 1)
            {
                using var cancelled = await player.Post($"/api/v1/bookings/{items[1].Text("bookingId")}/cancellation", new { });
                codes.Add(await Judge(cancelled));
            }

            return codes;
        };
    }

    private static Func<Task<List<string>>> BlockEverything(BookingWorld world, Person desk, Random random)
    {
        var start = world.At(Friday, "16:00").AddMinutes(30 * random.Next(12));
        var courtIds = world.Club.Courts.Select(court => court.CourtId).OrderBy(_ => random.Next()).ToArray();
        return async () =>
        {
            var codes = new List<string>();
            using var blocked = await desk.Post(
                $"/api/v1/clubs/{world.Club.Slug}/blocks", new { courtIds, startsAt = start, endsAt = start.AddMinutes(60), kind = "power_cut", reason = "Dark" });
            codes.Add(await Judge(blocked));
            if ((int)blocked.StatusCode == 201)
            {
                using var lifted = await desk.Delete(blocked.Headers.Location!.ToString()); // a created answer says where
                codes.Add(await Judge(lifted));
            }

            return codes;
        };
    }

    private static (Padel.Booking.Clubs.Court Court, DateTimeOffset Start, int Minutes) Somewhere(BookingWorld world, Random random) =>
        (world.Court(1 + random.Next(6)), world.At(Friday, "16:00").AddMinutes(30 * random.Next(12)), Lengths[random.Next(3)]);

    private static async Task<string> Judge(HttpResponseMessage answer)
    {
        var status = (int)answer.StatusCode;
        if (status < 400)
            return status.ToString(null as IFormatProvider);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var code = problem.Text("code");
        if (code == "booking.slot_taken")
            problem.GetProperty("alternatives").ValueKind.ShouldBe(JsonValueKind.Array);
        return $"{status} {code}";
    }

    private async Task Disjoint(BookingWorld world)
    {
        (await world.Overlaps()).ShouldBe(0);
        await using var sql = await _server.Sql();
        (await sql.QueryAsync<string>(
            """
            select b.reference || ' ' || b.status || ' ' || count(o.*) from booking.bookings b
            left join booking.occupancies o on o.owner_id = b.booking_id and o.released_at is null
            where b.club_id = @ClubId group by b.booking_id
            having count(o.*) <> case when b.status in ('held', 'confirmed', 'completed') then 1 else 0 end
            """, new { world.Club.ClubId })).ShouldBeEmpty();
        (await TestCluster.Current.LogLines("deadlock detected")).ShouldBeEmpty();
    }
}
