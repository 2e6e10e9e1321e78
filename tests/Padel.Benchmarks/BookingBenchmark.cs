using Dapper;

namespace Padel.Benchmarks;

/// <summary>P1: booking through the whole application (token, limits, prices, key, outbox) against pgbench running the same SQL, in turn.</summary>
internal static class BookingBenchmark
{
    private const int Clients = 8;
    private const double Target = 0.6;

    public static async Task Run(Rig rig, Settings settings)
    {
        string[] tokens;
        await using (var development = await rig.Serve("Development"))
            tokens = await BenchPeople.SignUp(development.Address, BookingScript.Players);

        var firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        BenchClub[] mine = [.. Enumerable.Range(0, settings.Pairs + 1).Select(n => new BenchClub(10 + n, 120, firstDay))];
        BenchClub[] theirs = [.. Enumerable.Range(0, settings.Pairs + 1).Select(n => new BenchClub(30 + n, 120, firstDay))];
        await using (var administrator = rig.Administrator())
        {
            foreach (var club in mine.Concat(theirs))
                await club.SetUp(administrator);
            await using var connection = await administrator.OpenConnectionAsync();
            await connection.ExecuteAsync(BookingScript.PlayersSql);
        }

        await using var product = await rig.Serve();
        var ratios = new List<double>();
        for (var pair = 0; pair <= settings.Pairs; pair++)
        {
            var before = product.ProcessorTime;
            var booked = await Book(product.Address, mine[pair], tokens, settings.Duration);
            var each = (product.ProcessorTime - before).TotalMilliseconds / Math.Max(1, booked.Count(201));
            var stick = await PgBench.Run(rig.ConnectionString, BookingScript.Of(theirs[pair], Clients, 0), rig.Folder, Clients, settings.Duration);
            if (booked.Count(201) != booked.LatenciesMs.Length)
                throw new InvalidOperationException($"P1 expected only 201: {booked}");
            Console.WriteLine($"P1 {(pair == 0 ? "warm-up" : $"pair {pair}")}: product {booked.PerSecond(201):F0}/s, pgbench {stick:F0}/s, ratio {booked.PerSecond(201) / stick:F2}; {each:F2} ms of processor each");
            if (pair > 0)
                ratios.Add(booked.PerSecond(201) / stick);
        }

        Report.Line("P1", "bookings, ratio to pgbench", Report.Median(ratios), Target, atLeast: true);
    }

    private static Task<LoadResult> Book(Uri address, BenchClub club, string[] tokens, TimeSpan duration)
    {
        var next = -1;
        return HttpLoad.Run(address, Clients, duration, _ =>
        {
            var n = Interlocked.Increment(ref next);
            return n < club.Slots ? HttpLoad.Post("/api/v1/bookings", tokens[n % tokens.Length], Guid.CreateVersion7(), club.Slot(n).Json) : null;
        });
    }
}
