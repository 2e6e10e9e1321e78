namespace Padel.Benchmarks;

/// <summary>P5: the whole product in one process on a database of its own: ready how soon, how large after ten thousand requests.</summary>
internal static class StartBenchmark
{
    private const int Requests = 10_000;
    private const int Starts = 5;

    public static async Task Run(Rig rig)
    {
        var folder = Path.Combine(rig.Folder, "p5");
        Directory.CreateDirectory(folder);
        await using (await Rig.Product.Start(folder, "Development", connectionString: null))
        {
            // makes the database and the key
        }

        var seconds = new List<double>();
        var megabytes = 0L;
        for (var start = 0; start < Starts; start++)
        {
            await using var product = await Rig.Product.Start(folder, "Production", connectionString: null);
            Console.WriteLine($"P5 start {start + 1}: ready after {product.ReadyAfter.TotalSeconds:F2} s");
            seconds.Add(product.ReadyAfter.TotalSeconds);
            if (start < Starts - 1)
                continue;
            var left = Requests;
            var path = "/api/v1/clubs";
            var load = await HttpLoad.Run(product.Address, 8, TimeSpan.FromMinutes(2), _ => Interlocked.Decrement(ref left) >= 0 ? HttpLoad.Get(path) : null);
            megabytes = product.ResidentMegabytes;
            Console.WriteLine($"P5 after {load}: {megabytes} MB");
        }

        Report.Line("P5", "seconds to ready with an existing database (median)", Report.Median(seconds), 2, atLeast: false);
        Report.Line("P5", "megabytes after 10,000 requests", megabytes, 200, atLeast: false);
    }
}
