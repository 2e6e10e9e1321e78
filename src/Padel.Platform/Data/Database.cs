using Npgsql;

namespace Padel.Platform.Data;

/// <summary>A service's own database: its login role sees nothing but its schema. Typed by the module so that a service cannot ask for another's.</summary>
public sealed class Database<TModule>(NpgsqlDataSource source)
{
    public NpgsqlDataSource Source { get; } = source;

    public ValueTask<NpgsqlConnection> Open(CancellationToken cancellation) => Source.OpenConnectionAsync(cancellation);
}
