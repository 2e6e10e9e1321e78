using Npgsql;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Http;
using static Padel.Platform.Data.NumberedSql;

namespace Padel.Booking.Bookings;

/// <summary>What the database knows before a decision.</summary>
/// <param name="Before">The first answer, if this is a repeat.</param>
/// <param name="Standing">Locked; null when the club has not met the player yet.</param>
internal sealed record BookingLook(
    Result<StoredAnswer>? Before, PlayerStanding? Standing, KnownPlayer? Player, int ActiveBookings, IReadOnlyList<TimeSlot> Taken);

/// <summary>
/// The SQL of booking a court: one round trip to look, one to write and commit. Read committed; the constraints carry the rules. It is sent
/// more than any other, so it goes to the driver directly, with numbered parameters.
/// </summary>
internal static class BookingStore
{
    /// <summary>
    /// Locks the player's standing, then looks at everything in statements of their own, so that each sees what was committed while the
    /// lock was waited for: a repeat finds its first answer, and the count stays right until the commit.
    /// </summary>
    /// <param name="playerId">Null for a guest: then there is nothing to lock and nobody to count for.</param>
    public static async Task<BookingLook> Look(NpgsqlTransaction transaction, Place place, Guid? playerId, IdempotencyKey? key, DateTimeOffset now)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                Standing.With(Value(place.Club.ClubId), Value(playerId), Value(now)),
                Before.With(Value(key?.UserId ?? Guid.Empty), Value(key?.Operation ?? ""), Value(key?.Key ?? "")),
                Player.With(Value(playerId)),
                Active.With(Value(playerId), Value(place.Club.ClubId), Value(now)),
                Taken.With(Value(place.Club.ClubId), Value(place.BusinessDay), Value(place.Court.CourtId), Value(now)),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync();
        var standing = await reader.ReadAsync() ? BookingLookRows.Standing(reader) : null;
        await reader.NextResultAsync();
        var before = key is not null && await reader.ReadAsync() ? Idempotency.ReadFound(reader, key) : (Result<StoredAnswer>?)null;
        await reader.NextResultAsync();
        var player = await reader.ReadAsync() ? BookingLookRows.Player(reader) : null;
        await reader.NextResultAsync();
        await reader.ReadAsync();
        var active = reader.GetInt32(0);
        await reader.NextResultAsync();
        var taken = new List<TimeSlot>();
        while (await reader.ReadAsync())
            taken.Add(new TimeSlot(reader.GetFieldValue<DateTimeOffset>(0), reader.GetFieldValue<DateTimeOffset>(1)));
        return new BookingLook(before, standing, player, active, taken);
    }

    /// <summary>Adds the booking, if need be in the place of holds that have lapsed.</summary>
    /// <returns>False when the court is taken.</returns>
    public static async Task<bool> AddWhereFree(NpgsqlTransaction transaction, NewBooking added, ClubSetup club, DateTimeOffset now)
    {
        if (await Add(transaction, added, now, andCommit: false))
            return true;
        await HoldExpiry.ReleaseInTheWay(transaction, club, [added.Claim.CourtId], added.Claim.During, now);
        return await Add(transaction, added, now, andCommit: false);
    }

    /// <summary>
    /// Adds the booking and ends the transaction in the same round trip. Past the point of no return nobody's patience counts: the caller may be
    /// gone.
    /// </summary>
    /// <returns>False when something is in the way: then nothing was written.</returns>
    public static Task<bool> AddAndCommit(NpgsqlTransaction transaction, NewBooking added, DateTimeOffset now) =>
        Add(transaction, added, now, andCommit: true);

    // Claims the court and writes the booking, its seats, its fact and the stored answer in one statement, the answer's key last: a key used
    // meanwhile rolls all back, and the commit behind it is not run.
    private static async Task<bool> Add(NpgsqlTransaction transaction, NewBooking added, DateTimeOffset now, bool andCommit)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction) { BatchCommands = { BookingWrite.Command(added, now) } };
        if (andCommit)
            batch.BatchCommands.Add(new NpgsqlBatchCommand("commit"));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var booked = reader.GetInt32(0) == 1;
        await reader.NextResultAsync(); // an end that failed is told here
        return booked;
    }

    public static bool IsReferenceTaken(PostgresException error) =>
        error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName == "bookings_reference_key";

    private const string StandingSql =
        """
        select case when plan_class_until > @now then plan_class else price_class end as PriceClass, blocked_reason as BlockedReason,
               suspended_until as SuspendedUntil, debt_minor as DebtMinor, deposit_required as DepositRequired
        from standings where club_id = @ClubId and player_id = @playerId for update
        """;

    private const string PlayerSql =
        """
        select player_id as PlayerId, name as Name, phone as Phone, email as Email, phone_verified as PhoneVerified,
               email_verified as EmailVerified, has_account as HasAccount
        from players where player_id = @playerId
        """;

    private const string ActiveSql =
        """
        select count(*)::int from bookings
        where player_id = @playerId and club_id = @ClubId and status in ('held', 'confirmed')
          and starts_at > @now - interval '1 day' and ends_at > @now and (hold_expires_at is null or hold_expires_at > @now)
        """;

    private const string TakenSql =
        """
        select lower(during) as Starts, upper(during) as Ends from occupancies
        where club_id = @ClubId and business_day = @BusinessDay and court_id = @CourtId and released_at is null
          and (expires_at is null or expires_at > @now)
        """;

    // Each by primary key, bookings_of_player or occupancies_of_day.
    private static readonly NumberedSql Standing = new(StandingSql, "ClubId", "playerId", "now");
    private static readonly NumberedSql Before = new(Idempotency.FindSql, "UserId", "Operation", "Key");
    private static readonly NumberedSql Player = new(PlayerSql, "playerId");
    private static readonly NumberedSql Active = new(ActiveSql, "playerId", "ClubId", "now");
    private static readonly NumberedSql Taken = new(TakenSql, "ClubId", "BusinessDay", "CourtId", "now");

    /// <summary>The same statements as one text, for the stick that the benchmark lays beside.</summary>
    internal const string LookSql = $"{StandingSql};\n{Idempotency.FindSql};\n{PlayerSql};\n{ActiveSql};\n{TakenSql};";
}
