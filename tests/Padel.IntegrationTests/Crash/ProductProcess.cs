using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Padel.IntegrationTests.Crash;

/// <summary>The product as a process of its own, on its own durable PostgreSQL, with the system's clock: something that can be killed.</summary>
internal sealed class ProductProcess : IAsyncDisposable
{
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(40);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private ProductProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    /// <summary>What it has said so far.</summary>
    public string Log => Output();

    /// <param name="settings">Environment variables besides the usual.</param>
    public static async Task<ProductProcess> Serve(
        string dataDirectory, string services = "identity,booking,devoutbox", Uri? at = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var address = at ?? FreeAddress();
        var product = new ProductProcess(Launch(dataDirectory, ["serve", "--urls", address.ToString(), "--services", services], settings), address);
        try
        {
            await product.Ready();
            return product;
        }
        catch
        {
            await product.DisposeAsync(); // a failing test leaves no process
            throw;
        }
    }

    /// <summary>Runs a command to its end and expects it to work.</summary>
    public static async Task Run(string dataDirectory, params string[] arguments)
    {
        await using var command = new ProductProcess(Launch(dataDirectory, arguments), new Uri("http://127.0.0.1"));
        await command._process.WaitForExitAsync(TestContext.Current.CancellationToken);
        command._process.ExitCode.ShouldBe(0, command.Output());
    }

    /// <summary><c>kill -9</c>: nothing is flushed, closed or said.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM, as a service manager does.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(StopWithin);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await Stop();
        _process.Dispose();
    }

    /// <summary>An address nobody listens at, for a product that is to come back at the same one.</summary>
    public static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort()}");

    private static Process Launch(string dataDirectory, string[] arguments, IReadOnlyDictionary<string, string>? settings = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "padel.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Padel__DataDirectory"] = dataDirectory;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
    }

    private async Task Ready()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var until = Environment.TickCount64 + (long)ReadyWithin.TotalMilliseconds;
        while (!await IsReady(http))
        {
            _process.HasExited.ShouldBeFalse(Output());
            (Environment.TickCount64 < until).ShouldBeTrue(Output());
            await Task.Delay(50);
        }
    }

    private static async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // not listening yet
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_output)
            _output.AppendLine(line.Data);
    }

    private string Output()
    {
        lock (_output)
            return _output.ToString();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
