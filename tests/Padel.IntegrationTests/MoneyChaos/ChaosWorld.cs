using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Host;
using Padel.IntegrationTests.Crash;
using Padel.IntegrationTests.Fixture;
using Padel.Simulators;

namespace Padel.IntegrationTests.MoneyChaos;

/// <summary>The pilot club with everything about money switched on, its people, the vendors, and a product that can be killed.</summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    private const int Players = 12;
    private const int ShownComplaints = 5;
    private const string Services = "identity,booking,payments,devoutbox";
    private static readonly TimeSpan RestsWithin = TimeSpan.FromMinutes(4);

    private readonly string _folder = Directory.CreateTempSubdirectory("padel-chaos-").FullName;
    private readonly int _seed;
    private readonly List<ChaosPlayer> _players = [];
    private Guid[] _courts = [];
    private Guid[] _products = [];
    private DateOnly _today;
    private EmbeddedPostgres _postgres = null!; // made with the world
    private ProductProcess _product = null!;

    private ChaosWorld(int seed, int operations, SimulatorHost vendors)
    {
        (_seed, Counts) = (seed, new ChaosCounts(operations));
        Vendors = new ChaosVendors(vendors, Counts);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_001_001); // PostgreSQL's user passes through
    }

    public Uri Address { get; } = ProductProcess.FreeAddress();

    public ChaosCounts Counts { get; }

    public ChaosVendors Vendors { get; }

    public ChaosDesk Desk { get; private set; } = null!; // hired by SetUp

    public Guid ClubId { get; private set; }

    private string Data => Path.Combine(_folder, "data");

    public static async Task<ChaosWorld> Make(int seed, int operations)
    {
        var world = new ChaosWorld(seed, operations, await SimulatorHost.Start(SimulatorOptions.Quick()));
        await ProductProcess.Run(world.Data, "import", "--club", Path.Combine(PilotClub.Folder(), "club.json"));
        world._postgres = await EmbeddedPostgres.Start(world.Data);
        await world.Start();
        return world;
    }

    public async Task SetUp()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var club = (await http.GetFromJsonAsync<JsonElement>("/api/v1/clubs/margalla")).Clone();
        ClubId = club.GetProperty("clubId").GetGuid();
        _courts = [.. club.GetProperty("courts").EnumerateArray().Select(court => court.GetProperty("courtId").GetGuid())];
        _today = DateOnly.Parse(club.GetProperty("today").GetString()!, null); // API.md: always there
        Desk = new ChaosDesk(this, await Hire(http, "desk"), await Hire(http, "manager"));
        _products = await ChaosSetUp.OpenForBusiness(Desk.Manager, ClubId);
        for (var number = 0; number < Players; number++)
            _players.Add(new ChaosPlayer(this, number, await SignUp(http, $"+92311{number:D7}"), _seed));
        await Vendors.Misbehave(_seed);
    }

    /// <summary>What the running product has complained about.</summary>
    public string Complaints => string.Join('\n', _product.Log.Split('\n').Where(line => line.Contains("Exception", StringComparison.Ordinal)).Take(ShownComplaints));

    public Task Live() => Task.WhenAll(_players.Select(player => player.Live()));

    public async Task Reaches(int operation, Task living)
    {
        while (Counts.Begun < operation && !living.IsCompleted)
            await Task.Delay(10);
    }

    public async Task KillAndStartAgain()
    {
        Counts.Did("kills");
        await _product.Kill();
        await Start();
    }

    /// <summary>Vendors behave, holds lapse, inquiries and refunds are done, every event has been handled.</summary>
    public async Task ComesToRest()
    {
        await Vendors.BehaveAgain();
        var until = Stopwatch.StartNew();
        await using var sql = await Sql();
        while (await WaitsFor(sql) is { } waiting)
        {
            // Hours pass in which gateways would be asked again.
            await sql.ExecuteAsync("update payments.payments set next_inquiry_at = created_at where next_inquiry_at is not null");
            if (until.Elapsed > RestsWithin)
                throw new TimeoutException($"did not come to rest: {waiting}; {Counts}; {string.Join(" | ", await sql.QueryAsync<string>(StuckAttempts))}");
            await Task.Delay(500);
        }
    }

    /// <summary>What came of it all, for the record of a run.</summary>
    public async Task<string> Summary()
    {
        await using var sql = await Sql();
        return string.Join(", ", await sql.QueryAsync<string>(
            """
            select 'payments ' || status || coalesce(' as ' || settled_as, '') || ' ' || count(*) from payments.payments group by status, settled_as
            union all select 'refunds ' || destination || ' ' || status || ' ' || count(*) from payments.refunds group by destination, status
            union all select 'postings ' || count(*) from payments.postings
            union all select 'gateway messages ' || verdict || ' ' || count(*) from payments.gateway_messages group by verdict
            union all select 'bookings ' || status || ' ' || count(*) from booking.bookings group by status
            union all select 'money tasks ' || kind || ' ' || count(*) from payments.money_tasks group by kind
            """));
    }

    private async Task<string?> WaitsFor(NpgsqlConnection sql) =>
        await sql.QuerySingleAsync<string?>(StillGoingOn) ?? (await Vendors.HaveMoneyNobodyKnowsOf(sql) ? "money at vendors" : null);

    /// <summary>Runs the checker as the program it is.</summary>
    public async Task<(int ExitCode, string Report)> Check()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "padel-money-checker.dll"), _postgres.ConnectionString]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var checker = Process.Start(start) ?? throw new InvalidOperationException("The checker did not start.");
        var report = await checker.StandardOutput.ReadToEndAsync() + await checker.StandardError.ReadToEndAsync();
        await checker.WaitForExitAsync();
        return (checker.ExitCode, report);
    }

    public async Task<NpgsqlConnection> Sql()
    {
        var connection = new NpgsqlConnection(_postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    // Few enough places that players get in each other's way.
    public (Guid CourtId, DateTimeOffset StartsAt) AnySlot(Random dice)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Karachi");
        var local = _today.AddDays(dice.Next(1, 12)).ToDateTime(new TimeOnly(8, 0)).AddMinutes(30 * dice.Next(28));
        return (_courts[dice.Next(_courts.Length)], new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime());
    }

    public Guid AnyProduct(Random dice) => _products[dice.Next(_products.Length)];

    public async ValueTask DisposeAsync()
    {
        foreach (var player in _players)
            player.Dispose();
        Desk?.Dispose();
        await _product.DisposeAsync();
        await Vendors.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private const string StuckAttempts =
        """
        select concat_ws(' ', method, purpose, status, 'created', created_at, 'ends', expires_at, 'asked', inquiries, 'next', next_inquiry_at, gateway_data::text)
        from payments.payments where status in ('created', 'pending') and gateway is not null limit 3
        """;

    private const string StillGoingOn =
        """
        select string_agg(what || ' ' || count, ', ') from (
            select 'identity outbox' as what, count(*) from identity.outbox where relayed_at is null
            union all select 'booking outbox', count(*) from booking.outbox where relayed_at is null
            union all select 'payments outbox', count(*) from payments.outbox where relayed_at is null
            union all select 'booking inbox', count(*) from booking.inbox where processed_at is null and parked_at is null
            union all select 'payments inbox', count(*) from payments.inbox where processed_at is null and parked_at is null
            union all select 'holds', count(*) from booking.bookings where status = 'held' and pay_with <> 'bank_transfer'
            union all select 'attempts', count(*) from payments.payments where status in ('created', 'pending') and gateway is not null
            union all select 'refunds', count(*) from payments.refunds where status in ('requested', 'sending')) waiting
        where count > 0
        """;

    private async Task Start() => _product = await ProductProcess.Serve(Data, Services, Address, ChaosSetUp.Settings(Vendors.Address, Address));

    private async Task<ChaosTokens> Hire(HttpClient http, string role)
    {
        var email = $"{role}@chaos.test";
        await ProductProcess.Run(Data, "user", "add", "--email", email, "--role", role, "--club", "margalla", "--name", $"The {role}");
        return await SignUp(http, email);
    }

    private static async Task<ChaosTokens> SignUp(HttpClient http, string identifier)
    {
        using var sent = await http.PostAsJsonAsync("/api/v1/auth/codes", new { identifier });
        sent.EnsureSuccessStatusCode();
        var outbox = await http.GetFromJsonAsync<JsonElement>($"/dev/outbox?wait=20&to={Uri.EscapeDataString(identifier)}");
        var code = outbox.GetProperty("items")[0].GetProperty("code").GetString();
        using var signedIn = await http.PostAsJsonAsync("/api/v1/auth/sessions?tokens=body", new { identifier, code });
        signedIn.EnsureSuccessStatusCode();
        return ChaosTokens.Of(await signedIn.Content.ReadFromJsonAsync<JsonElement>());
    }
}
