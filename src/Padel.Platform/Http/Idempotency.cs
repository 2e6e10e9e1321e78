using System.Text.Json;
using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>What a use case answers with: status, body, and where the new thing lives.</summary>
public sealed record Answer(int Status, object Body, string? Location = null)
{
    public static Answer Ok(object body) => new(200, body);

    public static Answer Created(string location, object body) => new(201, body, location);
}

/// <summary>
/// Runs a use case once per key: the first answer is stored in the use case's own transaction, last, so that a key that was used
/// meanwhile rolls everything back. Only successes are stored; refusals are judged anew.
/// </summary>
public static class Idempotency
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(48);

    /// <summary>Finds the first answer of a key; parameters <c>UserId</c>, <c>Operation</c>, <c>Key</c>.</summary>
    public const string FindSql =
        """
        select status as Status, body::text as Body, location as Location, body_hash as BodyHash
        from idempotency where user_id = @UserId and operation = @Operation and key = @Key
        """;

    /// <summary>Opens the transaction, runs the work, stores the answer and commits; or gives the first answer again.</summary>
    public static async Task<Result<StoredAnswer>> Once(
        NpgsqlDataSource source, IdempotencyKey key, DateTimeOffset now, Func<NpgsqlTransaction, Task<Result<Answer>>> work, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (await Find(connection, key) is { } before)
            return before;

        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            var result = await work(transaction);
            if (!result.IsSuccess)
                return result.Error;
            var answer = await Store(transaction, key, result.Value, now);
            await transaction.CommitAsync(CancellationToken.None); // past the point of no return: the caller may be gone
            return answer;
        }
        catch (PostgresException taken) when (IsKeyTaken(taken))
        {
            await transaction.RollbackAsync(CancellationToken.None);
            // Null is impossible: the key that stood in the way has committed.
            return (await Find(connection, key))!.Value;
        }
    }

    /// <summary>The first answer for this key, <c>idempotency_key_reused</c>, or null when the key is new.</summary>
    public static async Task<Result<StoredAnswer>?> Find(NpgsqlConnection connection, IdempotencyKey key, NpgsqlTransaction? transaction = null)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(FindSql, key, transaction);
        return row is null ? (Result<StoredAnswer>?)null : Judge(key, row);
    }

    /// <summary>The row of <see cref="FindSql"/>, for a use case that looks at more in the same round trip.</summary>
    public static Result<StoredAnswer> ReadFound(NpgsqlDataReader row, IdempotencyKey key) =>
        Judge(key, new Row(row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetFieldValue<byte[]>(3)));

    /// <summary>Somebody used the key meanwhile: everything of this transaction is rolled back, and the first answer counts.</summary>
    public static bool IsKeyTaken(PostgresException error) =>
        error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName == "idempotency_pkey";

    /// <summary>Stores the answer; throws on a key used meanwhile (unique violation of <c>idempotency_pkey</c>).</summary>
    public static async Task<StoredAnswer> Store(NpgsqlTransaction transaction, IdempotencyKey key, Answer answer, DateTimeOffset now)
    {
        var body = Serialize(answer.Body);
        await transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into idempotency (user_id, operation, key, body_hash, status, location, body, created_at)
            values (@UserId, @Operation, @Key, @BodyHash, @Status, @Location, @body::json, @now)
            """,
            new { key.UserId, key.Operation, key.Key, key.BodyHash, answer.Status, answer.Location, body, now }, transaction);
        return new StoredAnswer(answer.Status, body, answer.Location, Replayed: false);
    }

    public static string Serialize(object body) => JsonSerializer.Serialize(body, body.GetType(), ApiJson.Options);

    private static Result<StoredAnswer> Judge(IdempotencyKey key, Row row) =>
        row.BodyHash.AsSpan().SequenceEqual(key.BodyHash)
            ? new StoredAnswer(row.Status, row.Body, row.Location, Replayed: true)
            : RequestErrors.IdempotencyKeyReused;

    private sealed record Row(int Status, string Body, string? Location, byte[] BodyHash);
}
