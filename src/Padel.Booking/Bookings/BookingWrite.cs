using Npgsql;
using Padel.Platform.Data;
using Padel.Platform.Messaging;
using static Padel.Platform.Data.NumberedSql;

namespace Padel.Booking.Bookings;

/// <summary>The one statement that books a court: claim, booking, seats, fact and stored answer, or nothing where the court is taken.</summary>
internal static class BookingWrite
{
    internal const string Sql =
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

    private static readonly NumberedSql Numbered = new(
        Sql,
        "OccupancyId", "ClubId", "CourtId", "BusinessDay", "ClaimStart", "ClaimEnd", "Kind", "BookingId", "HoldExpiresAt", "now",
        "Reference", "PlayerId", "GuestName", "GuestPhone", "StartsAt", "EndsAt", "Status", "NextAction", "PayWith", "PaymentStatus",
        "Currency", "PriceMinor", "PayNowMinor", "PriceSegments", "CancellationPolicy", "Source", "Note", "PlayersCount", "CreatedBy", "ConfirmedAt",
        "Others", "EventId", "EventType", "Fact", "Trace", "UserId", "Operation", "Key", "BodyHash", "AnswerStatus", "Location", "Body");

    public static NpgsqlBatchCommand Command(NewBooking added, DateTimeOffset now)
    {
        var (booking, claim, fact, others, answer, key) = added;
        return Numbered.With(
            Value(claim.OccupancyId), Value(booking.ClubId), Value(booking.CourtId), Value(booking.BusinessDay), Value(claim.During.Start),
            Value(claim.During.End), Value(claim.Kind), Value(booking.BookingId), Value(booking.HoldExpiresAt), Value(now),
            Value(booking.Reference), Value(booking.PlayerId), Value(booking.GuestName), Value(booking.GuestPhone), Value(booking.StartsAt),
            Value(booking.EndsAt), Value(booking.Status), Value(booking.NextAction), Value(booking.PayWith), Value(booking.PaymentStatus),
            Value(booking.Currency), Value(booking.PriceMinor), Value(booking.PayNowMinor), Value(booking.PriceSegments), Value(booking.CancellationPolicy),
            Value(booking.Source), Value(booking.Note), Value(booking.PlayersCount), Value(booking.CreatedBy), Value(booking.ConfirmedAt),
            Value(others), Value(fact.EventId), Value(fact.Type), Value(Outbox.Serialize(fact.Data)), Value(System.Diagnostics.Activity.Current?.Id),
            Value(key?.UserId ?? Guid.Empty), Value(key?.Operation), Value(key?.Key), Value(key?.BodyHash ?? []),
            Value((int?)answer.Status), Value(answer.Location), Value(answer.Body));
    }
}
