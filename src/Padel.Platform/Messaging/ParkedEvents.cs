using Dapper;
using Npgsql;

namespace Padel.Platform.Messaging;

/// <summary>An event that failed too often. The data stays in the database: it may hold personal details.</summary>
public sealed record ParkedEvent(Guid EventId, string Service, string Type, Guid? ClubId, DateTimeOffset OccurredAt, DateTimeOffset ParkedAt, int Attempts, string? LastError);

/// <summary>Lists and retries parked events, for the staff page and the command line.</summary>
public static class ParkedEvents
{
    public const int MaxListed = 200;

    public static async Task<IReadOnlyList<ParkedEvent>> List(NpgsqlConnection connection, string service, CancellationToken cancellation) =>
        (await connection.QueryAsync<ParkedEvent>(new CommandDefinition(
            """
            select event_id as EventId, @service as Service, type as Type, club_id as ClubId, occurred_at as OccurredAt,
                   parked_at as ParkedAt, attempts as Attempts, last_error as LastError
            from inbox where parked_at is not null and processed_at is null order by parked_at limit @MaxListed
            """, new { service, MaxListed }, cancellationToken: cancellation))).AsList();

    /// <summary>Those of one club, and those of no club at all.</summary>
    public static async Task<IReadOnlyList<ParkedEvent>> OfClub(NpgsqlConnection connection, string service, Guid clubId, CancellationToken cancellation) =>
        (await connection.QueryAsync<ParkedEvent>(new CommandDefinition(
            """
            select event_id as EventId, @service as Service, type as Type, club_id as ClubId, occurred_at as OccurredAt,
                   parked_at as ParkedAt, attempts as Attempts, last_error as LastError
            from inbox where parked_at is not null and processed_at is null and (club_id = @clubId or club_id is null)
            order by parked_at limit @MaxListed
            """, new { service, clubId, MaxListed }, cancellationToken: cancellation))).AsList();

    /// <summary>Puts one back in line if it is the club's or of no club.</summary>
    /// <returns>How many: one or none.</returns>
    public static Task<int> RetryOfClub(NpgsqlTransaction transaction, Guid eventId, Guid clubId, DateTimeOffset now, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition( // a transaction in use has its connection
            """
            update inbox set parked_at = null, attempts = 0, next_attempt_at = @now
            where event_id = @eventId and parked_at is not null and processed_at is null and (club_id = @clubId or club_id is null)
            """, new { eventId, clubId, now }, transaction, cancellationToken: cancellation));

    /// <summary>Puts a parked event, or all of them, back in line.</summary>
    /// <returns>How many.</returns>
    public static Task<int> Retry(NpgsqlConnection connection, Guid? eventId, DateTimeOffset now, CancellationToken cancellation) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update inbox set parked_at = null, attempts = 0, next_attempt_at = @now
            where parked_at is not null and processed_at is null and (@eventId is null or event_id = @eventId)
            """, new { eventId, now }, cancellationToken: cancellation));
}
