using Dapper;
using Npgsql;
using Padel.Platform.Data;
using Padel.Platform.Modules;

namespace Padel.Host.Health;

/// <summary>Whether this process should get requests: its databases answer, their migrations are those of this version, and the first queries are warm.</summary>
internal sealed class Readiness(ServiceDatabases databases, RunningServices services)
{
    /// <summary>A database that takes longer is as good as away for whoever asks.</summary>
    private static readonly TimeSpan LookFor = TimeSpan.FromSeconds(2);

    /// <summary>Set by the warm-up, once.</summary>
    public bool Warm { get; set; }

    /// <returns>What stands in the way, by service; empty when ready.</returns>
    public async Task<IReadOnlyDictionary<string, string>> Problems(CancellationToken cancellation)
    {
        var problems = new Dictionary<string, string>();
        foreach (var module in services.Running)
        {
            if (await ProblemOf(module, cancellation) is { } problem)
                problems[module.Name] = problem;
        }

        if (problems.Count == 0 && !Warm)
            problems["host"] = "warming up";
        return problems;
    }

    private async Task<string?> ProblemOf(IModule module, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LookFor);
        try
        {
            await using var connection = await databases.Of(module.Name).OpenConnectionAsync(limit.Token);
            var applied = (await connection.QueryAsync<string>(
                new CommandDefinition("select name from schema_migrations", cancellationToken: limit.Token))).ToHashSet();
            var needed = module.Migrations.GetManifestResourceNames().Where(name => name.StartsWith(module.MigrationsPrefix, StringComparison.Ordinal));
            return needed.All(applied.Contains) ? null : "migrations are missing";
        }
        catch (Exception away) when (away is NpgsqlException or OperationCanceledException or TimeoutException && !cancellation.IsCancellationRequested)
        {
            return "the database does not answer";
        }
    }
}
