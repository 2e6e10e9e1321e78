using Padel.Platform.Data;

namespace Padel.Host;

/// <summary>What an installation keeps on this machine: the master key, and the private PostgreSQL where no server is named.</summary>
internal static class LocalData
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary><c>Padel__DataDirectory</c>, or <c>.data</c> in the working folder.</summary>
    public static string DirectoryOf(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Padel:DataDirectory"] is { Length: > 0 } named ? named : ".data");

    /// <summary>Starts the private PostgreSQL when some service has no connection string, and names it in the configuration.</summary>
    public static async Task<EmbeddedPostgres?> StartDatabaseIfNoneIsNamed(ConfigurationManager configuration, IEnumerable<string> services)
    {
        if (!string.IsNullOrEmpty(configuration.GetConnectionString("padel")) || services.All(name => !string.IsNullOrEmpty(configuration.GetConnectionString(name))))
            return null;
        var postgres = await EmbeddedPostgres.Start(DirectoryOf(configuration));
        configuration["ConnectionStrings:padel"] = postgres.ConnectionString;
        return postgres;
    }

    /// <summary>
    /// The key of <c>Padel__KeyFile</c> or of the data directory. It is made here only for a database of our own (or in development):
    /// with a shared server a second, different key would lock the first process out.
    /// </summary>
    public static async Task<MasterKey> Key(IConfiguration configuration, bool mayMake)
    {
        var named = configuration["Padel:KeyFile"];
        var file = string.IsNullOrEmpty(named) ? Path.Combine(DirectoryOf(configuration), "keys", "master.key") : named;
        if (!File.Exists(file))
        {
            if (!mayMake || !string.IsNullOrEmpty(named))
                throw new StartupException($"There is no master key at {file}. Make one once with: head -c {MasterKey.LengthBytes} /dev/urandom > {file}; chmod 600 {file}. All processes on one database share it.");
            await Make(file);
        }

        return Read(await File.ReadAllBytesAsync(file), file);
    }

    private static async Task Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!, OwnerOnly | UnixFileMode.UserExecute); // a full path with a parent
        var unfinished = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        await using (var stream = new FileStream(unfinished, options))
            await stream.WriteAsync(MasterKey.Generate());
        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished); // another process was first; its key is the key
        }
    }

    private static MasterKey Read(byte[] bytes, string file)
    {
        try
        {
            return new MasterKey(bytes);
        }
        catch (ArgumentException wrong)
        {
            throw new StartupException($"{file}: {wrong.Message}", wrong);
        }
    }
}
