using System.Globalization;
using Npgsql;

namespace Padel.Host;

/// <summary>
/// Where the private PostgreSQL lives and who uses it. <c>&lt;data&gt;/postgres</c> is the cluster, or, where the user PostgreSQL runs as cannot
/// enter the data directory (root in a closed folder), a link to one under /var/lib/padel.
/// </summary>
internal sealed class EmbeddedPostgresFolder
{
    private const string SystemFolder = "/var/lib/padel";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PassThrough = OwnerOnly | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private static readonly TimeSpan TurnWithin = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly string _data;

    private EmbeddedPostgresFolder(string data, string cluster) => (_data, Cluster) = (data, cluster);

    public string Cluster { get; }

    public string StartLog => Path.Combine(Cluster, "start.log");

    public bool HasCluster => File.Exists(Path.Combine(Cluster, "PG_VERSION"));

    private string PasswordFile => Path.Combine(_data, "keys", "postgres.password");

    private string PidFile => Path.Combine(Cluster, "postmaster.pid");

    private string InUseFile => Path.Combine(_data, "postgres.in-use");

    public static async Task<EmbeddedPostgresFolder> Open(string dataDirectory, EmbeddedPostgresTools tools)
    {
        var data = Path.GetFullPath(dataDirectory);
        try
        {
            Directory.CreateDirectory(data, PassThrough);
            Directory.CreateDirectory(Path.Combine(data, "keys"), OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new StartupException($"The data folder {data} cannot be written ({refused.Message}). Run as its owner, or name another with Padel__DataDirectory.", refused);
        }

        var folder = new EmbeddedPostgresFolder(data, Path.Combine(data, "postgres"));
        await using var turn = await folder.TakeTurn();
        return new EmbeddedPostgresFolder(data, PlaceOf(folder.Cluster, tools));
    }

    /// <summary>One process at a time makes, starts or stops the cluster.</summary>
    public async Task<FileStream> TakeTurn()
    {
        var until = Environment.TickCount64 + (long)TurnWithin.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(_data, "postgres.turn"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                await Task.Delay(LookEvery);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                throw new StartupException($"Another padel process keeps the data folder {_data} busy, or it belongs to another user: {refused.Message}", refused);
            }
        }
    }

    /// <summary>A shared lock on a file, which the system lets go of however this process ends.</summary>
    public FileStream MarkInUse() => new(InUseFile, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);

    public bool UsedByOthers()
    {
        try
        {
            using var alone = new FileStream(InUseFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public Task StorePassword(string password)
    {
        File.WriteAllText(PasswordFile, "");
        File.SetUnixFileMode(PasswordFile, OwnerOnly);
        return File.WriteAllTextAsync(PasswordFile, password);
    }

    /// <summary>Where it listens by its own account: the lines of postmaster.pid are pid, folder, start, port, socket folder, address.</summary>
    public string? ConnectionString()
    {
        if (ReadPidFile() is not { Length: >= 6 } lines)
            return null;
        return new NpgsqlConnectionStringBuilder
        {
            Host = lines[4].Length > 0 ? lines[4] : lines[5],
            Port = int.Parse(lines[3], CultureInfo.InvariantCulture),
            Username = EmbeddedPostgres.Superuser,
            Password = File.ReadAllText(PasswordFile),
            Database = EmbeddedPostgres.DatabaseName,
        }.ConnectionString;
    }

    /// <summary>The process of postmaster.pid is a server of this very folder: its working folder tells. The number alone may be another's by now.</summary>
    public bool IsRunning()
    {
        if (ReadPidFile() is not [var pid, ..] || !Directory.Exists($"/proc/{pid}"))
            return false;
        try
        {
            return new FileInfo($"/proc/{pid}/cwd").LinkTarget == Cluster;
        }
        catch (Exception closed) when (closed is UnauthorizedAccessException or IOException)
        {
            return false;
        }
    }

    /// <summary>Removes the pid file of a server that was killed, so that a stranger with its number does not keep us out.</summary>
    /// <returns>True when there was one.</returns>
    public bool ForgetDeadProcess()
    {
        if (!File.Exists(PidFile))
            return false;
        File.Delete(PidFile);
        return true;
    }

    public async Task<string> LastWords() =>
        File.Exists(StartLog) ? string.Join(' ', (await File.ReadAllLinesAsync(StartLog)).TakeLast(5)) : "It left no log.";

    private string[]? ReadPidFile()
    {
        try
        {
            return File.ReadAllLines(PidFile);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static string PlaceOf(string cluster, EmbeddedPostgresTools tools)
    {
        if (new FileInfo(cluster).LinkTarget is { } elsewhere)
            return elsewhere;
        if (Directory.Exists(cluster) || !tools.RunsAsOther || EverybodyMayPass(Path.GetDirectoryName(cluster)!)) // a full path with a parent
            return cluster;
        Directory.CreateDirectory(SystemFolder, PassThrough);
        var place = Path.Combine(SystemFolder, Guid.CreateVersion7().ToString("N")[^12..]);
        File.CreateSymbolicLink(cluster, place);
        return place;
    }

    private static bool EverybodyMayPass(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (!at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }
}
