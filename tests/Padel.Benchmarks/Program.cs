using Padel.Benchmarks;

// dotnet run -c Release --project tests/Padel.Benchmarks -- [p1] [p2] [p3] [p5] [--seconds 6] [--pairs 3]
if (args is ["bare", var port, var folder])
    return await BareKestrel.Run(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), folder);

// Paced requests wait in pool threads; without spare ones they would slow the load that is measured.
ThreadPool.SetMinThreads(64, 64);
var settings = Settings.Of(args);
await using var rig = await Rig.Start();
if (settings.Wants("p1"))
    await BookingBenchmark.Run(rig, settings);
if (settings.Wants("p2"))
    await ContentionBenchmark.Run(rig, settings);
if (settings.Wants("p3"))
    await AvailabilityBenchmark.Run(rig, settings);
if (settings.Wants("p5"))
    await StartBenchmark.Run(rig);
return 0;
