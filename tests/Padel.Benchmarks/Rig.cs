using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Padel.Host;
using Padel.Platform.Data;

namespace Padel.Benchmarks;

/// <summary>A fully durable private PostgreSQL, and the published product as a process of its own in front of it.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);

    private readonly EmbeddedPostgres _postgres;
    private readonly string _folder;

    private Rig(EmbeddedPostgres postgres, string folder) => (_postgres, _folder) = (postgres, folder);

    public string Folder => _folder;

    public string ConnectionString => _postgres.ConnectionString;

    /// <summary>The product as <c>./run</c> built it, or <c>PADEL_DLL</c>.</summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("PADEL_DLL") ?? Path.Combine(Checkout(), "artifacts", "padel", "padel.dll");

    public static async Task<Rig> Start()
    {
        if (!File.Exists(Program))
            throw new FileNotFoundException("Build the product first: ./padel --help builds it.", Program);
        var folder = Path.Combine(Path.GetTempPath(), $"padel-bench-{Environment.ProcessId}");
        var postgres = await EmbeddedPostgres.Start(folder);
        Directory.CreateDirectory(Path.Combine(folder, "keys"));
        await File.WriteAllBytesAsync(KeyFile(folder), MasterKey.Generate());
        return new Rig(postgres, folder);
    }

    public NpgsqlDataSource Administrator() => NpgsqlDataSource.Create(ConnectionString);

    /// <summary>The product on this rig's database. Development where people must sign up by the outbox; otherwise as in production.</summary>
    public Task<Product> Serve(string environment = "Production") => Product.Start(_folder, environment, ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string KeyFile(string folder) => Path.Combine(folder, "keys", "master.key");

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Padel.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Run the benchmarks from inside the checkout.");
    }

    /// <summary>A running <c>padel serve</c>.</summary>
    internal sealed class Product : IAsyncDisposable
    {
        private readonly Process _process;

        private Product(Process process, Uri address, TimeSpan readyAfter) => (_process, Address, ReadyAfter) = (process, address, readyAfter);

        public Uri Address { get; }

        public TimeSpan ReadyAfter { get; }

        public long ResidentMegabytes
        {
            get
            {
                _process.Refresh();
                return _process.WorkingSet64 / (1024 * 1024);
            }
        }

        /// <summary>What the product has used of the processors so far: moves less with a busy machine than rates do.</summary>
        public TimeSpan ProcessorTime
        {
            get
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }
        }

        public static async Task<Product> Start(string folder, string environment, string? connectionString)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}");
            var start = new ProcessStartInfo("dotnet", [Program, "serve", "--urls", address.ToString()])
            {
                WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
            start.Environment["Padel__DataDirectory"] = folder;
            start.Environment["Logging__LogLevel__Default"] = "Warning";
            foreach (var limit in new[] { "SignUpsPerHour", "CodesPerHour", "ReportsPerMinute", "AddressPerMinute", "AccountPerMinute" })
                start.Environment["RateLimits__" + limit] = "100000000";
            if (connectionString is not null)
            {
                start.Environment["ConnectionStrings__padel"] = connectionString;
                start.Environment["Padel__KeyFile"] = KeyFile(folder);
            }

            var watch = Stopwatch.StartNew();
            var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
            process.OutputDataReceived += (_, line) => Trace.WriteLine(line.Data);
            process.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            await Ready(process, address, watch);
            return new Product(process, address, watch.Elapsed);
        }

        public async ValueTask DisposeAsync()
        {
            using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
                await kill.WaitForExitAsync();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        private static async Task Ready(Process process, Uri address, Stopwatch watch)
        {
            using var http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(2) };
            while (watch.Elapsed < StartTimeout && !process.HasExited)
            {
                try
                {
                    using var answer = await http.GetAsync("/health/ready");
                    if (answer.IsSuccessStatusCode)
                        return;
                }
                catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
                {
                    Trace.WriteLine(error.Message); // not listening yet
                }

                await Task.Delay(10);
            }

            throw new TimeoutException("The product did not become ready.");
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
