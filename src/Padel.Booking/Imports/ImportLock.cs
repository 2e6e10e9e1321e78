using Dapper;
using Npgsql;

namespace Padel.Booking.Imports;

/// <summary>
/// One import of a club at a time, over all processes: an advisory lock by the club's slug, so that it also holds before the club exists.
/// It lives with its own connection and is given back when that ends, also by a crash.
/// </summary>
internal sealed class ImportLock : IAsyncDisposable
{
    private const int PollMs = 100;

    private readonly NpgsqlConnection _connection;
    private readonly string _slug;

    private ImportLock(NpgsqlConnection connection, string slug) => (_connection, _slug) = (connection, slug);

    /// <summary>Null when another import of the club did not end within the time.</summary>
    public static async Task<ImportLock?> Take(
        NpgsqlDataSource source, string slug, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var polls = (int)(patience.TotalMilliseconds / PollMs);
            while (!await connection.QuerySingleAsync<bool>("select pg_try_advisory_lock(hashtextextended('import:' || @slug, 0))", new { slug }))
            {
                if (polls-- <= 0)
                {
                    await connection.DisposeAsync();
                    return null;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(PollMs), clock, cancellation);
            }

            return new ImportLock(connection, slug);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.ExecuteAsync("select pg_advisory_unlock(hashtextextended('import:' || @_slug, 0))", new { _slug });
        await _connection.DisposeAsync();
    }
}
