using Dapper;

namespace Padel.Benchmarks;

/// <summary>P2: a hundred clients on the same fresh slots, against the same hundred on slots of their own.</summary>
internal static class ContentionBenchmark
{
    private const int Clients = 100;

    public static async Task Run(Rig rig, Settings settings)
    {
        string[] tokens;
        await using (var development = await rig.Serve("Development"))
            tokens = await BenchPeople.SignUp(development.Address, 2 * Clients, firstNumber: 10_000);

        var firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        BenchClub[] clubs = [.. Enumerable.Range(0, 2 * (settings.Pairs + 1)).Select(n => new BenchClub(60 + n, n % 2 == 0 ? 120 : 8, firstDay))];
        await using var administrator = rig.Administrator();
        foreach (var club in clubs)
            await club.SetUp(administrator);
        await using var product = await rig.Serve();
        var (rates, tails) = (new List<double>(), new List<double>());
        for (var pair = 0; pair <= settings.Pairs; pair++)
        {
            var alone = await Alone(product.Address, clubs[2 * pair], tokens, settings.Duration);
            var together = await Together(product.Address, clubs[(2 * pair) + 1], tokens, settings.Duration);
            Console.WriteLine(
                $"P2 {(pair == 0 ? "warm-up" : $"pair {pair}")}: alone {alone.PerSecond(201):F0}/s p99 {alone.PercentileMs(0.99):F0} ms [{alone}]; "
                + $"together {together.PerSecond(201):F0} accepted/s, {together.PerSecond(409):F0} refused/s, p99 {together.PercentileMs(0.99):F0} ms [{together}]");
            if (pair == 0)
                continue;
            rates.Add(together.PerSecond(409) / alone.PerSecond(201));
            tails.Add(together.PercentileMs(0.99) / alone.PercentileMs(0.99));
        }

        Report.Line("P2", "refusals, ratio to the uncontended accepted rate", Report.Median(rates), 2, atLeast: true);
        Report.Line("P2", "p99 under contention, ratio to the uncontended p99", Report.Median(tails), 3, atLeast: false);
        await using var connection = await administrator.OpenConnectionAsync();
        Report.Line("P2", "deadlocks", await connection.ExecuteScalarAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"), 0, atLeast: false);
        Report.Line("P2", "overlapping claims", await connection.ExecuteScalarAsync<long>(
            """
            select count(*) from booking.occupancies a join booking.occupancies b
                on a.court_id = b.court_id and a.occupancy_id < b.occupancy_id and a.during && b.during
            where a.released_at is null and b.released_at is null
            """, commandTimeout: 120), 0, atLeast: false);
    }

    private static Task<LoadResult> Alone(Uri address, BenchClub club, string[] tokens, TimeSpan duration)
    {
        var next = -1;
        return HttpLoad.Run(address, Clients, duration, _ =>
        {
            var n = Interlocked.Increment(ref next);
            return n < club.Slots ? HttpLoad.Post("/api/v1/bookings", tokens[n % tokens.Length], Guid.CreateVersion7(), club.Slot(n).Json) : null;
        });
    }

    // Every client asks for the same slots in the same order.
    private static Task<LoadResult> Together(Uri address, BenchClub club, string[] tokens, TimeSpan duration)
    {
        var next = new int[Clients];
        return HttpLoad.Run(address, Clients, duration, worker =>
        {
            var n = next[worker]++;
            return n < club.Slots
                ? HttpLoad.Post("/api/v1/bookings", tokens[(2 * worker) + (n % 2)], Guid.CreateVersion7(), club.Slot(n).Json)
                : null;
        });
    }
}
