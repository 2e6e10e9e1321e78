using System.Diagnostics;
using System.Globalization;

namespace Padel.Host;

/// <summary>
/// PostgreSQL's own programs, run as a user PostgreSQL accepts: it refuses root, so root drops to the system user <c>postgres</c>.
/// </summary>
internal sealed class EmbeddedPostgresTools
{
    private const string SystemUser = "postgres";
    private const string DebianFolder = "/usr/lib/postgresql";
    private const string HowToInstall = "No PostgreSQL was found. Install it with: apt-get install postgresql (or set ConnectionStrings__padel to a server of your own).";

    private readonly string _folder;
    private readonly string? _dropTo;

    private EmbeddedPostgresTools(string folder, string? dropTo) => (_folder, _dropTo) = (folder, dropTo);

    /// <summary>True when PostgreSQL runs as another user than this process, who must be able to reach its folder.</summary>
    public bool RunsAsOther => _dropTo is not null;

    /// <exception cref="StartupException">There is no PostgreSQL, or no user it could run as.</exception>
    public static async Task<EmbeddedPostgresTools> Find()
    {
        var folder = Folders().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
        if (folder is null)
            throw new StartupException(HowToInstall);
        if (!Environment.IsPrivilegedProcess)
            return new EmbeddedPostgresTools(folder, dropTo: null);

        if (!await UserExists())
            await Run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", SystemUser]);
        return new EmbeddedPostgresTools(folder, SystemUser);
    }

    /// <summary>Runs one of PostgreSQL's programs and returns what it printed.</summary>
    /// <exception cref="StartupException">It failed; the message carries its last words.</exception>
    public Task<string> RunTool(string tool, params string[] arguments)
    {
        var program = Path.Combine(_folder, tool);
        return _dropTo is null
            ? Run(program, arguments)
            : Run("setpriv", [$"--reuid={_dropTo}", $"--regid={_dropTo}", "--init-groups", "--", program, .. arguments]);
    }

    /// <summary>Gives a folder, with what is in it, to the user PostgreSQL runs as, closed to everybody else.</summary>
    public async Task HandOver(string folder)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (_dropTo is not null)
            await Run("chown", ["-R", $"{_dropTo}:", folder]);
    }

    // Debian keeps each major version apart and puts none of them on the path; the newest wins, after what the path names.
    private static IEnumerable<string> Folders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in onPath.Where(folder => File.Exists(Path.Combine(folder, "initdb"))))
            yield return folder;
        if (!Directory.Exists(DebianFolder))
            yield break;
        foreach (var version in Directory.GetDirectories(DebianFolder)
                     .OrderByDescending(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var major) ? major : 0))
            yield return Path.Combine(version, "bin");
    }

    private static async Task<bool> UserExists() =>
        (await File.ReadAllLinesAsync("/etc/passwd")).Any(line => line.StartsWith(SystemUser + ":", StringComparison.Ordinal));

    private static async Task<string> Run(string program, IEnumerable<string> arguments)
    {
        // A working folder everybody can enter: the tools complain otherwise, and the caller's may be closed to the other user.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = "/",
        };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start) ?? throw new StartupException($"{program} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new StartupException($"{Path.GetFileName(program)} failed: {(await errors + await output).Trim()}");
    }
}
