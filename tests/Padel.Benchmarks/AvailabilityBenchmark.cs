using System.Diagnostics;

namespace Padel.Benchmarks;

/// <summary>P3: a club's day from the snapshot against Kestrel sending the same bytes, in turn: plain, brotli, 304; then while the day changes.</summary>
internal static class AvailabilityBenchmark
{
    private const int Clients = 8;
    private const int Courts = 8;
    private const int BookingsPerSecond = 50;
    private const int BarePort = 5399;

    public static async Task Run(Rig rig, Settings settings)
    {
        var firstDay = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(2);
        var club = new BenchClub(90, Courts, firstDay);
        var busy = new BenchClub(91, 48, firstDay);
        string[] tokens;
        await using (var development = await rig.Serve("Development"))
        {
            await using var administrator = rig.Administrator();
            await club.SetUp(administrator);
            await busy.SetUp(administrator);
            tokens = await BenchPeople.SignUp(development.Address, 50, firstNumber: 20_000);
        }

        await using var product = await rig.Serve();
        var path = $"/api/v1/clubs/{club.Slug}/availability?date={firstDay:yyyy-MM-dd}";
        var etag = await Prebuilt(product.Address, path, rig.Folder);
        using var bare = Process.Start("dotnet", [typeof(AvailabilityBenchmark).Assembly.Location, "bare", $"{BarePort}", rig.Folder]);
        await Task.Delay(TimeSpan.FromSeconds(2));
        try
        {
            await Compare("plain", HttpLoad.Get(path), "/identity", 0.8);
            await Compare("brotli", HttpLoad.Get(path, "Accept-Encoding: br"), "/br", 0.9);
            await Compare("304", HttpLoad.Get(path, $"If-None-Match: {etag}"), "/304", 0.9);
            var changing = $"/api/v1/clubs/{busy.Slug}/availability?date={firstDay:yyyy-MM-dd}";
            await Prebuilt(product.Address, changing, rig.Folder);
            using var stop = new CancellationTokenSource();
            var bookings = KeepBooking(product.Address, busy, tokens, stop.Token);
            await Compare($"brotli, 48 courts, {BookingsPerSecond} bookings a second changing the day", HttpLoad.Get(changing, "Accept-Encoding: br"), "/br", 0.9);
            await stop.CancelAsync();
            Console.WriteLine($"P3 booked meanwhile: {await bookings}");
        }
        finally
        {
            bare.Kill();
        }

        async Task Compare(string what, byte[] request, string barePath, double target)
        {
            var ratios = new List<double>();
            for (var pair = 0; pair <= settings.Pairs; pair++)
            {
                var ours = await HttpLoad.Run(product.Address, Clients, settings.Duration, _ => request);
                var stick = await HttpLoad.Run(new Uri($"http://127.0.0.1:{BarePort}"), Clients, settings.Duration, _ => HttpLoad.Get(barePath));
                Console.WriteLine($"P3 {what}, {(pair == 0 ? "warm-up" : $"pair {pair}")}: product {ours.AllPerSecond:F0}/s [{ours}], bare {stick.AllPerSecond:F0}/s");
                if (pair > 0)
                    ratios.Add(ours.AllPerSecond / stick.AllPerSecond);
            }

            Report.Line("P3", $"availability, {what}, ratio to bare Kestrel", Report.Median(ratios), target, atLeast: true);
        }
    }

    /// <summary>Leaves the answer's bytes where the bare server reads them.</summary>
    /// <returns>The ETag.</returns>
    private static async Task<string> Prebuilt(Uri address, string path, string folder)
    {
        using var http = new HttpClient { BaseAddress = address };
        await File.WriteAllBytesAsync(Path.Combine(folder, "identity"), await http.GetByteArrayAsync(path));
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var answer = await http.SendAsync(request);
        await File.WriteAllBytesAsync(Path.Combine(folder, "br"), await answer.Content.ReadAsByteArrayAsync());
        return answer.Headers.ETag?.ToString() ?? throw new InvalidOperationException("No ETag.");
    }

    private static async Task<LoadResult> KeepBooking(Uri address, BenchClub club, string[] tokens, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        var n = -1;
        return await HttpLoad.Run(address, 4, TimeSpan.FromMinutes(5), _ =>
        {
            var mine = Interlocked.Increment(ref n);
            var due = TimeSpan.FromSeconds((double)mine / BookingsPerSecond) - watch.Elapsed;
            if (due > TimeSpan.Zero)
                stop.WaitHandle.WaitOne(due);
            return stop.IsCancellationRequested || mine >= club.Slots
                ? null
                : HttpLoad.Post("/api/v1/bookings", tokens[mine % tokens.Length], Guid.CreateVersion7(), club.Slot(mine).Json);
        });
    }
}
