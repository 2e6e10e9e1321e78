using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Host;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.Crash;

/// <summary>A data directory with the pilot club, players with tokens, and the games they want: enough to load the product and to check it afterwards.</summary>
internal sealed class CrashWorld : IAsyncDisposable
{
    private const int Players = 16;
    private const int GamesEach = 6; // the club's limit of active bookings
    private const int Courts = 6;
    private const int Days = 13;
    private static readonly TimeSpan DeliveredWithin = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("padel-crash-").FullName;
    private EmbeddedPostgres? _postgres;

    private CrashWorld()
    {
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_001_001); // PostgreSQL's user passes through
    }

    public string Data => Path.Combine(_folder, "data");

    /// <summary>Access tokens, each with its player's wishes.</summary>
    public List<(string Token, List<Wish> Wishes)> People { get; } = [];

    public IEnumerable<Wish> Wishes => People.SelectMany(person => person.Wishes);

    public int Answered => Wishes.Count(wish => wish.BookingId is not null);

    public static async Task<CrashWorld> Make()
    {
        var world = new CrashWorld();
        await ProductProcess.Run(world.Data, "import", "--club", Path.Combine(PilotClub.Folder(), "club.json"));
        world._postgres = await EmbeddedPostgres.Start(world.Data);
        return world;
    }

    public async Task SignUpPlayers(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var club = (await http.GetFromJsonAsync<JsonElement>("/api/v1/clubs/margalla")).Clone();
        var courts = club.GetProperty("courts").EnumerateArray().Select(court => court.GetProperty("courtId").GetGuid()).ToArray();
        var today = DateOnly.Parse(club.GetProperty("today").GetString()!, null); // API.md: always there
        for (var player = 0; player < Players; player++)
            People.Add((await SignUp(http, $"+92301{player:D7}"), WishesOf(player, today, courts)));
    }

    /// <summary>Everybody asks for all their games, one after the other, all players at once, until done or the product is gone.</summary>
    public Task Book(Uri address) => Task.WhenAll(People.Select(person => BookAll(address, person.Token, person.Wishes)));

    /// <summary>Asks again for everything with the same keys. Every wish must come true, and those that had come true must stay the same.</summary>
    public async Task RepeatEverything(Uri address)
    {
        foreach (var (token, wishes) in People)
        {
            using var http = Client(address, token);
            foreach (var wish in wishes)
            {
                using var answer = await Ask(http, wish);
                var body = await answer.Content.ReadAsStringAsync();
                answer.StatusCode.ShouldBe(HttpStatusCode.Created, body);
                var bookingId = BookingIdOf(body);
                if (wish.BookingId is { } before)
                    bookingId.ShouldBe(before);
                wish.BookingId = bookingId;
            }
        }
    }

    /// <summary>Every booking that was answered with 201 is there, confirmed, once, with its claim.</summary>
    public async Task EveryAnsweredBookingIsThereOnce()
    {
        await using var sql = await Sql();
        var rows = (await sql.QueryAsync<(Guid BookingId, Guid CourtId, DateTimeOffset StartsAt, string Status, long Claims)>(
            """
            select b.booking_id, b.court_id, b.starts_at, b.status,
                (select count(*) from booking.occupancies o where o.owner_id = b.booking_id and o.released_at is null)
            from booking.bookings b
            """)).ToList();
        var answered = Wishes.Where(wish => wish.BookingId is not null).Select(wish => wish.BookingId!.Value).ToHashSet();
        answered.Except(rows.Select(row => row.BookingId)).ShouldBeEmpty("a booking that was answered with 201 is lost");
        rows.ShouldAllBe(row => row.Status == "confirmed" && row.Claims == 1);
        rows.GroupBy(row => (row.CourtId, row.StartsAt)).ShouldAllBe(place => place.Count() == 1);
    }

    /// <summary>Each booking's confirmation has reached the subscriber, and had its effect exactly once.</summary>
    public async Task EveryEventIsDeliveredOnce()
    {
        await using var sql = await Sql();
        await Settled(sql);
        var confirmed = (await sql.QueryAsync<(Guid BookingId, long Times)>(
            """
            select (i.data->>'bookingId')::uuid, count(*) from devoutbox.inbox i
            where i.type = 'padel.booking.booking-confirmed.v1' and i.processed_at is not null group by 1
            """)).ToList();
        var bookings = (await sql.QueryAsync<Guid>("select booking_id from booking.bookings")).ToHashSet();
        confirmed.ShouldAllBe(row => row.Times == 1);
        confirmed.Select(row => row.BookingId).Order().ShouldBe(bookings.Order());
        (await sql.QuerySingleAsync<long>("select count(*) from devoutbox.messages where kind = 'booking-confirmed'")).ShouldBe(bookings.Count);
    }

    /// <summary>The processes of the cluster, the first one its postmaster.</summary>
    public int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Data, "postgres", "postmaster.pid")).First(), null);

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null)
            await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task Settled(NpgsqlConnection sql)
    {
        const string Waiting =
            """
            select (select count(*) from identity.outbox where relayed_at is null) + (select count(*) from booking.outbox where relayed_at is null)
                + (select count(*) from booking.inbox where processed_at is null) + (select count(*) from devoutbox.inbox where processed_at is null)
            """;
        var until = Environment.TickCount64 + (long)DeliveredWithin.TotalMilliseconds;
        while (await sql.QuerySingleAsync<long>(Waiting) > 0)
        {
            (Environment.TickCount64 < until).ShouldBeTrue("events did not reach their handlers in time");
            await Task.Delay(100);
        }
    }

    private async Task<NpgsqlConnection> Sql()
    {
        var connection = new NpgsqlConnection(_postgres!.ConnectionString + ";Pooling=false"); // made with the world
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<string> SignUp(HttpClient http, string identifier)
    {
        using var sent = await http.PostAsJsonAsync("/api/v1/auth/codes", new { identifier });
        sent.EnsureSuccessStatusCode();
        var outbox = await http.GetFromJsonAsync<JsonElement>($"/dev/outbox?wait=20&to={Uri.EscapeDataString(identifier)}");
        var code = outbox.GetProperty("items")[0].GetProperty("code").GetString();
        using var signedIn = await http.PostAsJsonAsync("/api/v1/auth/sessions", new { identifier, code });
        signedIn.EnsureSuccessStatusCode();
        var tokens = await signedIn.Content.ReadFromJsonAsync<JsonElement>();
        return tokens.GetProperty("accessToken").GetString()!; // API.md: always there
    }

    // No two wishes of the whole world touch, and none leaves a gap: hours from 07:00, two hours apart, spread over days and courts.
    private static List<Wish> WishesOf(int player, DateOnly today, Guid[] courts)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");
        return [.. Enumerable.Range(player * GamesEach, GamesEach).Select(n =>
        {
            var local = today.AddDays(1 + (n % Days)).ToDateTime(new TimeOnly(7 + (2 * (n / Days / Courts)), 0));
            return new Wish(courts[n / Days % Courts], new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime());
        })];
    }

    private static async Task BookAll(Uri address, string token, List<Wish> wishes)
    {
        using var http = Client(address, token);
        foreach (var wish in wishes)
        {
            try
            {
                using var answer = await Ask(http, wish);
                if (answer.StatusCode == HttpStatusCode.Created)
                    wish.BookingId = BookingIdOf(await answer.Content.ReadAsStringAsync());
            }
            catch (HttpRequestException)
            {
                // The product was killed: no answer, so the player knows nothing and will ask again with the same key.
            }
        }
    }

    private static HttpClient Client(Uri address, string token)
    {
        var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }

    private static async Task<HttpResponseMessage> Ask(HttpClient http, Wish wish)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/bookings")
        {
            Content = JsonContent.Create(new { courtId = wish.CourtId, startsAt = wish.StartsAt, durationMinutes = 60, payWith = "at_club" }),
        };
        request.Headers.Add("Idempotency-Key", wish.Key);
        return await http.SendAsync(request);
    }

    private static Guid BookingIdOf(string body) => JsonDocument.Parse(body).RootElement.GetProperty("bookingId").GetGuid();
}
