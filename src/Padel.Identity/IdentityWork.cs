using Npgsql;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Identity;

/// <summary>One transaction per use case (read committed), rolled back on an expected failure; the relay is nudged after the commit.</summary>
internal sealed class IdentityWork(Database<IdentityModule> database, EventSignals signals, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public ValueTask<NpgsqlConnection> Open(CancellationToken cancellation) => database.Open(cancellation);

    public async Task<Result<T>> Run<T>(Func<NpgsqlTransaction, Task<Result<T>>> work, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await work(transaction);
        if (!result.IsSuccess)
            return result;
        await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
        signals.Raised(IdentityModule.ServiceName);
        return result;
    }
}
