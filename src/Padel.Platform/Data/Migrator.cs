using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;
using Padel.Platform.Modules;

namespace Padel.Platform.Data;

/// <summary>
/// Brings every service's schema up to date: role and schema by the administrator, then numbered plain SQL files by the service's own role,
/// each in a transaction of its own, under one advisory lock, so that two processes may start at once.
/// </summary>
public sealed partial class Migrator(ServiceDatabases databases, TimeProvider clock, ILogger<Migrator> logger)
{
    private const long LockId = 0x70_61_64_65_6c; // "padel"
    private const string PlatformPrefix = "Padel.Platform.Migrations.";

    public async Task Migrate(IEnumerable<IModule> modules, CancellationToken cancellation)
    {
        foreach (var module in modules)
        {
            await Prepare(module.Name, cancellation);
            await using var connection = await databases.Of(module.Name).OpenConnectionAsync(cancellation);
            await connection.ExecuteAsync("select pg_advisory_lock(@LockId)", new { LockId });
            try
            {
                await Apply(connection, typeof(Migrator).Assembly, PlatformPrefix, cancellation);
                await Apply(connection, module.Migrations, module.MigrationsPrefix, cancellation);
            }
            finally
            {
                await connection.ExecuteAsync("select pg_advisory_unlock(@LockId)", new { LockId });
            }
        }
    }

    private async Task Prepare(string service, CancellationToken cancellation)
    {
        if (databases.HasOwnConnection(service))
        {
            await using var own = await databases.Of(service).OpenConnectionAsync(cancellation);
            await own.ExecuteAsync($"create schema if not exists {service}; create extension if not exists btree_gist with schema public");
            return;
        }

        var role = ServiceDatabases.RoleOf(service);
        await using var admin = new NpgsqlConnection(databases.Administrator);
        await admin.OpenAsync(cancellation);
        await admin.ExecuteAsync("select pg_advisory_lock(@LockId)", new { LockId });
        // Roles cannot take parameters; the name is a module's constant and the password is hexadecimal.
        await admin.ExecuteAsync($"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{role}') then create role {role} login; end if;
            end $$;
            alter role {role} password '{databases.PasswordOf(service)}';
            create schema if not exists {service} authorization {role};
            create extension if not exists btree_gist with schema public;
            """);
        await admin.ExecuteAsync("select pg_advisory_unlock(@LockId)", new { LockId });
    }

    private async Task Apply(NpgsqlConnection connection, Assembly assembly, string prefix, CancellationToken cancellation)
    {
        await connection.ExecuteAsync("""
            create table if not exists schema_migrations (name text primary key, checksum text not null, applied_at timestamptz not null)
            """);
        var applied = (await connection.QueryAsync<(string Name, string Checksum)>("select name, checksum from schema_migrations"))
            .ToDictionary(row => row.Name, row => row.Checksum);

        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        foreach (var name in files)
        {
            var sql = await Read(assembly, name, cancellation);
            var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (applied.TryGetValue(name, out var known))
            {
                if (known != checksum)
                    throw new InvalidOperationException($"Migration {name} was changed after it had been applied. Add a new one instead.");
                continue;
            }

            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await connection.ExecuteAsync("set local statement_timeout = 0; set local lock_timeout = '30s'", transaction: transaction);
            await connection.ExecuteAsync(sql, transaction: transaction);
            await connection.ExecuteAsync(
                "insert into schema_migrations (name, checksum, applied_at) values (@name, @checksum, @now)",
                new { name, checksum, now = clock.GetUtcNow() }, transaction);
            await transaction.CommitAsync(cancellation);
            Applied(logger, name);
        }
    }

    private static async Task<string> Read(Assembly assembly, string name, CancellationToken cancellation)
    {
        await using var stream = assembly.GetManifestResourceStream(name)!; // the name came from the same assembly
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    [LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = "Applied migration {Name}")]
    private static partial void Applied(ILogger logger, string name);
}
