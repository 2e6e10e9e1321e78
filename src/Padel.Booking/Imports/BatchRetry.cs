using Npgsql;

namespace Padel.Booking.Imports;

/// <summary>
/// Runs a batch in one transaction, a few times if need be. People book while an import runs: a booking that slips into the batch's place,
/// a deadlock or a lock waited for too long rolls the batch back, and it is judged again with what is there now.
/// </summary>
internal static class BatchRetry
{
    private const int MaxAttempts = 4;
    private const int PauseMs = 10;

    /// <param name="attempt">Given how many attempts came before, judges and writes; false when the batch must be judged again. Nothing is kept of a failed attempt.</param>
    /// <returns>False when every attempt failed.</returns>
    public static async Task<bool> Run(
        NpgsqlDataSource source, TimeProvider clock, Func<NpgsqlTransaction, int, Task<bool>> attempt, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MaxAttempts; tries++)
        {
            if (tries > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(PauseMs * tries), clock, cancellation);
            var before = tries;
            if (await RunOnce(source, transaction => attempt(transaction, before), cancellation))
                return true;
        }

        return false;
    }

    /// <summary>A bounded wait that did not end: nothing that a person books can cause it.</summary>
    public static TimeoutException Exhausted() => new("The import could not write a batch: its tables stay locked.");

    private static async Task<bool> RunOnce(NpgsqlDataSource source, Func<NpgsqlTransaction, Task<bool>> attempt, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            if (!await attempt(transaction))
                return false; // disposing rolls back
            await transaction.CommitAsync(CancellationToken.None); // past the point of no return
            return true;
        }
        catch (PostgresException clash) when (IsPassing(clash))
        {
            return false;
        }
    }

    // A reference drawn twice counts too: the next draw is another.
    private static bool IsPassing(PostgresException error) =>
        error.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure
        || (error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName == "bookings_reference_key");
}
