using System.Diagnostics;
using Dapper;
using Npgsql;
using Padel.Host;
using Padel.IntegrationTests.Fixture;
using Padel.Platform.Data;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Padel.IntegrationTests.Fixture;

/// <summary>
/// One private PostgreSQL for the whole test run, with a template database that has every migration. It is fast, not durable;
/// crash tests start the product with its own durable one. A shell that outlives this process stops it, however this process ends.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "padel_template";
    private const string Password = "only-for-tests";
    private static readonly SemaphoreSlim OneCopyAtATime = new(1);

    private static int _databases;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"padel-tests-{Environment.ProcessId}");
    private Process? _keeper;

    /// <summary>The running cluster: set before any test of the assembly starts.</summary>
    public static TestCluster Current { get; private set; } = null!;

    /// <summary>Service login roles belong to the whole cluster, so every server of the run uses one master key.</summary>
    public string KeyFile => Path.Combine(_folder, "master.key");

    private string LogFile => Path.Combine(_folder, "data", "postgres.log");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        File.SetUnixFileMode(_folder, (UnixFileMode)0b111_001_001); // PostgreSQL's user passes through
        await File.WriteAllBytesAsync(KeyFile, MasterKey.Generate());
        await Start();
        await Execute("postgres", $"create database {Template}");
        await using (await PadelServer.Start(new PadelServerOptions { Database = Template, Listen = false }))
        {
            // building the application applies the migrations
        }

        NpgsqlConnection.ClearAllPools();
        Current = this;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_keeper is null)
            return;
        _keeper.StandardInput.Close();
        await _keeper.WaitForExitAsync();
        _keeper.Dispose();
    }

    /// <summary>A fresh copy of the template.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> NewDatabase()
    {
        var name = $"padel_{Interlocked.Increment(ref _databases)}";
        await OneCopyAtATime.WaitAsync(); // a template can be copied by one at a time
        try
        {
            await Execute("postgres", $"create database {name} template {Template}");
        }
        finally
        {
            OneCopyAtATime.Release();
        }

        return name;
    }

    /// <summary>An empty database without any schema.</summary>
    public async Task<string> EmptyDatabase()
    {
        var name = $"padel_{Interlocked.Increment(ref _databases)}";
        await Execute("postgres", $"create database {name}");
        return name;
    }

    public string Administrator(string database) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = Path.Combine(_folder, "data"), Username = "padel", Password = Password, Database = database, IncludeErrorDetail = true,
        }.ConnectionString;

    /// <summary>Lines of PostgreSQL's log that hold this text, for example <c>deadlock</c>.</summary>
    public async Task<string[]> LogLines(string text)
    {
        await using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(log);
        return [.. (await reader.ReadToEndAsync()).Split('\n').Where(line => line.Contains(text, StringComparison.OrdinalIgnoreCase))];
    }

    private async Task Start()
    {
        var tools = await EmbeddedPostgresTools.Find();
        var data = Path.Combine(_folder, "data");
        var passwordFile = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        await tools.HandOver(data);
        await tools.RunTool("initdb", "-D", data, "-U", "padel", $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--no-sync", "--locale=C.UTF-8", "--encoding=UTF8");
        await tools.RunTool("pg_ctl", "-D", data, "-w", "-l", LogFile, "-o",
            $"-c listen_addresses= -c unix_socket_directories={data} -c max_connections=500 -c shared_buffers=128MB -c timezone=UTC "
            + "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c log_lock_waits=on", "start");
        Current = this;
        _keeper = Keeper(data);
    }

    // Its standard input ends when this process does, in whatever way: then the cluster stops and its folder goes.
    private Process Keeper(string data)
    {
        var stop = $"""
            cat >/dev/null
            pid=$(head -n 1 '{data}/postmaster.pid' 2>/dev/null)
            [ -n "$pid" ] && kill -QUIT "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
            rm -rf '{_folder}'
            """;
        return Process.Start(new ProcessStartInfo("setsid", ["--wait", "sh", "-c", stop]) { RedirectStandardInput = true })
            ?? throw new InvalidOperationException("The keeper of the test cluster did not start.");
    }

    private async Task Execute(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(Administrator(database));
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}
