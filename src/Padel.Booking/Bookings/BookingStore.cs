using Dapper;
using Npgsql;
using Padel.Booking.Clubs;
using Padel.Booking.Standing;
using Padel.Kernel;
using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Booking.Bookings;

/// <summary>What the database knows before a decision.</summary>
/// <param name="Before">The first answer, if this is a repeat.</param>
/// <param name="Standing">Locked; null when the club has not met the player yet.</param>
internal sealed record BookingLook(
    Result<StoredAnswer>? Before, PlayerStanding? Standing, KnownPlayer? Player, int ActiveBookings, IReadOnlyList<TimeSlot> Taken);

/// <summary>The SQL of booking a court: one round trip to look, one statement to write. Read committed; the constraints carry the rules.</summary>
internal static class BookingStore
{
    /// <summary>
    /// Locks the player's standing, then looks at everything in statements of their own, so that each sees what was committed while the
    /// lock was waited for: a repeat finds its first answer, and the count stays right until the commit.
    /// </summary>
    /// <param name="playerId">Null for a guest: then there is nothing to lock and nobody to count for.</param>
    public static async Task<BookingLook> Look(NpgsqlTransaction transaction, Place place, Guid? playerId, IdempotencyKey? key, DateTimeOffset now)
    {
        await using var results = await transaction.Connection!.QueryMultipleAsync( // a transaction in use has its connection
            LookSql,
            new
            {
                place.Club.ClubId, playerId, place.Court.CourtId, place.BusinessDay, now,
                UserId = key?.UserId ?? Guid.Empty, Operation = key?.Operation ?? "", Key = key?.Key ?? "",
            }, transaction);

        var standing = await results.ReadSingleOrDefaultAsync<PlayerStanding>();
        var before = key is null ? null : await Idempotency.ReadFound(results, key);
        if (key is null)
            await results.ReadAsync();
        var player = await results.ReadSingleOrDefaultAsync<KnownPlayer>();
        var active = await results.ReadSingleAsync<int>();
        var taken = (await results.ReadAsync<(DateTimeOffset Starts, DateTimeOffset Ends)>()).Select(row => new TimeSlot(row.Starts, row.Ends));
        return new BookingLook(before, standing, player, active, [.. taken]);
    }

    // Each by primary key, bookings_of_player or occupancies_of_day.
    internal const string LookSql =
        $"""
        select case when plan_class_until > @now then plan_class else price_class end as PriceClass, blocked_reason as BlockedReason, suspended_until as SuspendedUntil, debt_minor as DebtMinor,
               deposit_required as DepositRequired
        from standings where club_id = @ClubId and player_id = @playerId for update;

        {Idempotency.FindSql};

        select player_id as PlayerId, name as Name, phone as Phone, email as Email, phone_verified as PhoneVerified,
               email_verified as EmailVerified, has_account as HasAccount
        from players where player_id = @playerId;

        select count(*)::int from bookings
        where player_id = @playerId and club_id = @ClubId and status in ('held', 'confirmed')
          and starts_at > @now - interval '1 day' and ends_at > @now and (hold_expires_at is null or hold_expires_at > @now);

        select lower(during) as Starts, upper(during) as Ends from occupancies
        where club_id = @ClubId and business_day = @BusinessDay and court_id = @CourtId and released_at is null
          and (expires_at is null or expires_at > @now);
        """;

    /// <summary>Adds the booking, if need be in the place of holds that have lapsed.</summary>
    /// <returns>False when the court is taken.</returns>
    public static async Task<bool> AddWhereFree(NpgsqlTransaction transaction, NewBooking added, ClubSetup club, DateTimeOffset now)
    {
        if (await Add(transaction, added, now))
            return true;
        await HoldExpiry.ReleaseInTheWay(transaction, club, [added.Claim.CourtId], added.Claim.During, now);
        return await Add(transaction, added, now);
    }

    /// <summary>
    /// Claims the court and writes the booking, its seats, its fact and the stored answer in one statement, the answer's key last: a key
    /// used meanwhile rolls all back.
    /// </summary>
    /// <returns>False when the court is taken: then nothing was written.</returns>
    private static async Task<bool> Add(NpgsqlTransaction transaction, NewBooking added, DateTimeOffset now) =>
        await transaction.Connection!.ExecuteScalarAsync<int>(InsertSql, Parameters(added, now), transaction) == 1; // in use: has its connection

    public static bool IsReferenceTaken(PostgresException error) =>
        error.SqlState == PostgresErrorCodes.UniqueViolation && error.ConstraintName == "bookings_reference_key";

    internal const string InsertSql =
        """
        with claim as (
            insert into occupancies (occupancy_id, club_id, court_id, business_day, during, kind, owner_id, expires_at, created_at)
            values (@OccupancyId, @ClubId, @CourtId, @BusinessDay, tstzrange(@ClaimStart, @ClaimEnd), @Kind, @BookingId, @HoldExpiresAt::timestamptz, @now)
            on conflict on constraint occupancies_never_overlap do nothing
            returning owner_id
        ), booked as (
            insert into bookings (booking_id, reference, version, club_id, court_id, player_id, guest_name, guest_phone, starts_at, ends_at,
                business_day, status, hold_expires_at, next_action, pay_with, payment_status, currency, price_minor, pay_now_minor, price_segments,
                cancellation_policy, source, note, players_count, created_by, created_at, updated_at, confirmed_at)
            select owner_id, @Reference, 1, @ClubId, @CourtId, @PlayerId::uuid, @GuestName, @GuestPhone, @StartsAt, @EndsAt,
                @BusinessDay, @Status, @HoldExpiresAt::timestamptz, @NextAction, @PayWith, @PaymentStatus, @Currency, @PriceMinor, @PayNowMinor, @PriceSegments::jsonb,
                @CancellationPolicy::jsonb, @Source, @Note, @PlayersCount::int, @CreatedBy::uuid, @now, @now, @ConfirmedAt::timestamptz
            from claim
            returning booking_id
        ), seated as (
            insert into booking_players (booking_id, seat, name, status)
            select booking_id, seat + 1, name, 'invited' from booked, unnest(@Others) with ordinality as o(name, seat)
        ), told as (
            insert into outbox (event_id, type, club_id, occurred_at, data, traceparent)
            select @EventId, @EventType, @ClubId, @now, @Fact::jsonb, @Trace from booked
        ), answered as (
            insert into idempotency (user_id, operation, key, body_hash, status, location, body, created_at)
            select @UserId, @Operation, @Key, @BodyHash, @AnswerStatus, @Location, @Body::json, @now from booked where @Key::text is not null
        )
        select count(*)::int from booked
        """;

    private static object Parameters(NewBooking added, DateTimeOffset now)
    {
        var (booking, claim, fact, others, answer, key) = added;
        return new
        {
            claim.OccupancyId, claim.Kind, ClaimStart = claim.During.Start, ClaimEnd = claim.During.End, now,
            booking.BookingId, booking.Reference, booking.ClubId, booking.CourtId, booking.PlayerId, booking.GuestName, booking.GuestPhone,
            booking.StartsAt, booking.EndsAt, booking.BusinessDay, booking.Status, booking.HoldExpiresAt, booking.NextAction, booking.PayWith,
            booking.PaymentStatus, booking.Currency, booking.PriceMinor, booking.PayNowMinor, booking.PriceSegments, booking.CancellationPolicy, booking.Source,
            booking.Note, booking.PlayersCount, booking.CreatedBy, booking.ConfirmedAt, Others = others,
            fact.EventId, EventType = fact.Type, Fact = Outbox.Serialize(fact.Data), Trace = System.Diagnostics.Activity.Current?.Id,
            UserId = key?.UserId ?? Guid.Empty, Operation = key?.Operation, key?.Key, BodyHash = key?.BodyHash ?? [],
            AnswerStatus = answer.Status, answer.Location, answer.Body,
        };
    }
}
