using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>
/// Claims on courts. They are taken with <c>on conflict do nothing</c> only: a plain insert, or an update of a claim's time, deadlocks under
/// contention. Whoever changes a booking's claim holds the lock of the booking's row; whoever changes several claims at once takes
/// <see cref="LockArrangement"/> first. So the locks are taken in one order everywhere: standing, arrangement, bookings, claims.
/// </summary>
internal static class Occupancies
{
    /// <summary>
    /// Moves and blocks of one club go one after the other: each gives up or takes more than one claim, and two of them could wait for
    /// each other. A single booking never does, and is not held up.
    /// </summary>
    public static Task LockArrangement(NpgsqlTransaction transaction, Guid clubId) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            "select pg_advisory_xact_lock(hashtextextended('arrangement:' || @clubId, 0))", new { clubId = clubId.ToString() }, transaction);

    /// <summary>Takes every claim, in the order of court and start, or says that not all were free (the caller rolls back).</summary>
    public static async Task<bool> TakeAll(NpgsqlTransaction transaction, IReadOnlyList<NewClaim> claims, DateTimeOffset now)
    {
        var taken = await transaction.Connection!.ExecuteAsync(
            """
            insert into occupancies (occupancy_id, club_id, court_id, business_day, during, kind, owner_id, expires_at, created_at)
            select c.occupancy_id, c.club_id, c.court_id, c.business_day, tstzrange(c.starts, c.ends), c.kind, c.owner_id, c.expires_at, @now
            from unnest(@ids, @clubs, @courts, @days, @starts, @ends, @kinds, @owners, @expiries)
                as c(occupancy_id, club_id, court_id, business_day, starts, ends, kind, owner_id, expires_at)
            order by c.court_id, c.starts
            on conflict on constraint occupancies_never_overlap do nothing
            """,
            new
            {
                now,
                ids = claims.Select(c => c.OccupancyId).ToArray(),
                clubs = claims.Select(c => c.ClubId).ToArray(),
                courts = claims.Select(c => c.CourtId).ToArray(),
                days = claims.Select(c => c.BusinessDay).ToArray(),
                starts = claims.Select(c => c.During.Start).ToArray(),
                ends = claims.Select(c => c.During.End).ToArray(),
                kinds = claims.Select(c => c.Kind).ToArray(),
                owners = claims.Select(c => c.OwnerId).ToArray(),
                expiries = claims.Select(c => c.ExpiresAt).ToArray(),
            }, transaction);
        return taken == claims.Count;
    }

    /// <summary>Gives up what these bookings or blocks claim, whatever the cause: cancelled, expired, moved, lifted.</summary>
    public static Task Release(NpgsqlTransaction transaction, Guid[] owners, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync(
            "update occupancies set released_at = @now where owner_id = any(@owners) and released_at is null", new { owners, now }, transaction);

    /// <summary>A hold becomes a booking: it no longer lapses.</summary>
    public static Task Keep(NpgsqlTransaction transaction, Guid bookingId) =>
        transaction.Connection!.ExecuteAsync(
            "update occupancies set kind = 'booking', expires_at = null where owner_id = @bookingId and released_at is null",
            new { bookingId }, transaction);

    /// <summary>What is taken of a court on a business day: claims not released and not lapsed.</summary>
    public static async Task<List<TimeSlot>> Taken(
        NpgsqlConnection connection, Place place, DateTimeOffset now, Guid? except = null, NpgsqlTransaction? transaction = null)
    {
        var rows = await connection.QueryAsync<(DateTimeOffset Starts, DateTimeOffset Ends)>(
            """
            select lower(during), upper(during) from occupancies
            where club_id = @ClubId and court_id = @CourtId and business_day = @BusinessDay and released_at is null
              and (expires_at is null or expires_at > @now) and owner_id is distinct from @except::uuid
            """,
            new { place.Club.ClubId, place.Court.CourtId, place.BusinessDay, now, except }, transaction);
        return rows.Select(row => new TimeSlot(row.Starts, row.Ends)).ToList();
    }
}
