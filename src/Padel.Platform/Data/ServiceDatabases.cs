using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Padel.Platform.Data;

/// <summary>
/// Connection pools by service. <c>ConnectionStrings:&lt;service&gt;</c> wins; otherwise the service's role on <c>ConnectionStrings:padel</c>.
/// The relay also asks for services that run elsewhere, to leave them their events.
/// </summary>
public sealed class ServiceDatabases(IConfiguration configuration, MasterKey key) : IAsyncDisposable
{
    /// <summary>No statement of a request may run longer; a lock is waited for half as long.</summary>
    public const int StatementTimeoutMs = 10_000;
    public const int LockTimeoutMs = 5_000;
    public const int IdleInTransactionTimeoutMs = 15_000;

    private readonly ConcurrentDictionary<string, NpgsqlDataSource> _sources = new();

    public NpgsqlDataSource Of(string service) =>
        _sources.GetOrAdd(service, name => new NpgsqlDataSourceBuilder(ConnectionString(name)) { Name = name }.Build());

    /// <summary>The administrator's connection, which makes schemas and roles; none when every service names its own.</summary>
    public string? Administrator => configuration.GetConnectionString("padel");

    public bool HasOwnConnection(string service) => !string.IsNullOrEmpty(configuration.GetConnectionString(service));

    public static string RoleOf(string service) => "padel_" + service;

    public string PasswordOf(string service) => key.DerivePassword(RoleOf(service));

    public async ValueTask DisposeAsync()
    {
        foreach (var source in _sources.Values)
            await source.DisposeAsync();
    }

    private string ConnectionString(string service)
    {
        var builder = HasOwnConnection(service)
            ? new NpgsqlConnectionStringBuilder(configuration.GetConnectionString(service))
            : new NpgsqlConnectionStringBuilder(Administrator
                ?? throw new InvalidOperationException($"No ConnectionStrings:padel and no ConnectionStrings:{service}."))
            {
                Username = RoleOf(service),
                Password = PasswordOf(service),
            };
        builder.SearchPath = service + ",public";
        builder.ApplicationName = "padel-" + service;
        builder.MaxPoolSize = configuration.GetValue("Database:MaxPoolSize", 32);
        builder.MaxAutoPrepare = 64;
        builder.AutoPrepareMinUsages = 2;
        builder.Timeout = 5;
        builder.Options = $"-c statement_timeout={StatementTimeoutMs} -c lock_timeout={LockTimeoutMs} "
            + $"-c idle_in_transaction_session_timeout={IdleInTransactionTimeoutMs} -c timezone=UTC";
        return builder.ConnectionString;
    }
}
