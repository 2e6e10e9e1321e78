using System.Diagnostics;
using System.Globalization;
using Padel.Simulators;

// padel-simulators --urls <address> [--parent <process id>] [--speed <n>]: plays the payment gateways until Ctrl-C or until the parent is gone.
string? Argument(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

using var stop = new CancellationTokenSource();
var speed = double.TryParse(Argument("--speed"), CultureInfo.InvariantCulture, out var times) && times > 0 ? times : 1;
await using var host = await SimulatorHost.Start(SimulatorOptions.Faster(speed, Argument("--urls") ?? "http://127.0.0.1:5090"));
if (int.TryParse(Argument("--parent"), CultureInfo.InvariantCulture, out var parent))
    _ = StopWith(parent);
await host.Stopped(stop.Token);

async Task StopWith(int process)
{
    using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
    while (Alive(process))
        await timer.WaitForNextTickAsync();
    await stop.CancelAsync();
}

static bool Alive(int process)
{
    try
    {
        using var found = Process.GetProcessById(process);
        return !found.HasExited;
    }
    catch (ArgumentException)
    {
        return false; // no such process
    }
}
