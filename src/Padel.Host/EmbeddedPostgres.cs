using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace Padel.Host;

/// <summary>
/// The product's own PostgreSQL, for whoever names no server: fully durable, reachable by its own processes only. It runs in a session of
/// its own, so that Ctrl-C reaches the application alone, which drains and then stops it, unless another <c>padel</c> uses it too.
/// A start adopts a cluster that a killed application left running.
/// </summary>
internal sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string Superuser = "padel";
    public const string DatabaseName = "padel";
    private const int StartTimeoutSeconds = 300; // recovery after a crash may take a while
    private const int StopTimeoutSeconds = 60;
    private const int RetriesAfterCrash = 20;
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(500);

    // A socket's path has at most 107 characters; a cluster in a deeper folder listens on a loopback port instead.
    private const int LongestSocketFolder = 90;

    private const string Settings = """

        # Written by padel when it made this cluster.
        max_connections = 300
        shared_buffers = 128MB
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_lock_waits = on
        logging_collector = on
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d

        """;

    private readonly EmbeddedPostgresFolder _folder;
    private readonly EmbeddedPostgresTools _tools;
    private readonly FileStream _inUse;

    private EmbeddedPostgres(EmbeddedPostgresFolder folder, EmbeddedPostgresTools tools, FileStream inUse) =>
        (_folder, _tools, _inUse) = (folder, tools, inUse);

    /// <summary>Where PostgreSQL listens now. Stays the same for as long as the cluster runs.</summary>
    public string ConnectionString => _folder.ConnectionString() ?? throw new StartupException("The private PostgreSQL has stopped.");

    /// <summary>Starts the cluster of a data directory, making it first where there is none, or joins the one that runs.</summary>
    /// <exception cref="StartupException">It cannot run; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> Start(string dataDirectory)
    {
        var tools = await EmbeddedPostgresTools.Find();
        var folder = await EmbeddedPostgresFolder.Open(dataDirectory, tools);
        await using var turn = await folder.TakeTurn();
        if (!folder.HasCluster)
            await Create(folder, tools);
        await StartUnlessRunning(folder, tools);
        return new EmbeddedPostgres(folder, tools, folder.MarkInUse());
    }

    /// <summary>Starts the cluster again if it died under us.</summary>
    /// <returns>True when it had died.</returns>
    public async Task<bool> Revive()
    {
        if (_folder.IsRunning())
            return false;
        await using var turn = await _folder.TakeTurn();
        return await StartUnlessRunning(_folder, _tools);
    }

    /// <summary>Stops the cluster if no other process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await using var turn = await _folder.TakeTurn();
        await _inUse.DisposeAsync();
        if (!_folder.UsedByOthers() && _folder.IsRunning())
            await _tools.RunTool("pg_ctl", "-D", _folder.Cluster, "-m", "fast", "-w", "-t", StopTimeoutSeconds.ToString(CultureInfo.InvariantCulture), "stop");
    }

    // In a folder beside, then renamed: a start that is killed half way leaves nothing that looks like a cluster.
    private static async Task Create(EmbeddedPostgresFolder folder, EmbeddedPostgresTools tools)
    {
        var unfinished = folder.Cluster + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        var password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var passwordFile = Path.Combine(unfinished, "password");
        await File.WriteAllTextAsync(passwordFile, password);
        await tools.HandOver(unfinished);
        File.SetUnixFileMode(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var data = Path.Combine(unfinished, "data");
        await tools.RunTool("initdb", "-D", data, "-U", Superuser, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8");
        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.conf"), Settings);
        await folder.StorePassword(password);
        Directory.Move(data, folder.Cluster);
        Directory.Delete(unfinished, recursive: true);
    }

    private static async Task<bool> StartUnlessRunning(EmbeddedPostgresFolder folder, EmbeddedPostgresTools tools)
    {
        var started = false;
        if (!folder.IsRunning())
        {
            await Launch(folder, tools);
            started = true;
        }

        await CreateDatabase(folder);
        return started;
    }

    private static async Task Launch(EmbeddedPostgresFolder folder, EmbeddedPostgresTools tools)
    {
        var afterCrash = folder.ForgetDeadProcess();
        var listen = folder.Cluster.Length <= LongestSocketFolder
            ? $"-c listen_addresses= -c unix_socket_directories='{folder.Cluster}'"
            : $"-c listen_addresses=127.0.0.1 -c unix_socket_directories= -p {FreePort()}";
        for (var tries = 1; ; tries++)
        {
            try
            {
                await tools.RunTool("pg_ctl", "-D", folder.Cluster, "-w", "-t", StartTimeoutSeconds.ToString(CultureInfo.InvariantCulture),
                    "-l", folder.StartLog, "-o", listen, "start");
                return;
            }
            catch (StartupException) when (afterCrash && tries < RetriesAfterCrash)
            {
                // Children of a killed server hold its shared memory until they notice, which takes them a moment.
                await Task.Delay(RetryAfter);
            }
            catch (StartupException failed)
            {
                throw new StartupException($"The private PostgreSQL in {folder.Cluster} did not start. {await folder.LastWords()}", failed);
            }
        }
    }

    private static async Task CreateDatabase(EmbeddedPostgresFolder folder)
    {
        var server = new NpgsqlConnectionStringBuilder(folder.ConnectionString()) { Database = "postgres", Pooling = false, Timeout = 30 };
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var exists = new NpgsqlCommand($"select 1 from pg_database where datname = '{DatabaseName}'", connection);
        if (await exists.ExecuteScalarAsync() is not null)
            return;
        await using var create = new NpgsqlCommand($"create database {DatabaseName}", connection);
        await create.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
