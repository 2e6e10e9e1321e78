using Dapper;
using Npgsql;

namespace Padel.Booking.Bookings;

/// <summary>Reads bookings back from their rows.</summary>
internal static class BookingRows
{
    /// <summary>The columns of a booking, for <c>from bookings b left join players p on p.player_id = b.player_id</c>.</summary>
    public const string Columns =
        """
        b.booking_id as BookingId, b.reference as Reference, b.version as Version, b.club_id as ClubId, b.court_id as CourtId,
        b.player_id as PlayerId, b.guest_name as GuestName, b.guest_phone as GuestPhone, b.starts_at as StartsAt, b.ends_at as EndsAt,
        b.business_day as BusinessDay, b.status as Status, b.hold_expires_at as HoldExpiresAt, b.next_action as NextAction,
        b.pay_with as PayWith, b.payment_status as PaymentStatus, b.currency as Currency, b.price_minor as PriceMinor,
        b.amount_paid_minor as AmountPaidMinor, b.fee_due_minor as FeeDueMinor, b.pay_now_minor as PayNowMinor, b.fee_minor as FeeMinor, b.price_segments::text as PriceSegments,
        b.cancellation_policy::text as CancellationPolicy, b.source as Source, b.note as Note, b.players_count as PlayersCount,
        b.cancelled_reason as CancelledReason, b.created_by as CreatedBy, b.created_at as CreatedAt, b.confirmed_at as ConfirmedAt,
        coalesce(p.name, b.guest_name) as Name, coalesce(p.phone, b.guest_phone) as Phone, p.email as Email
        """;

    public static Task<Booking?> Find(NpgsqlConnection connection, Guid bookingId) =>
        connection.QuerySingleOrDefaultAsync<Booking>(
            $"select {Columns} from bookings b left join players p on p.player_id = b.player_id where b.booking_id = @bookingId", new { bookingId });

    /// <summary>The bookings that are still there, locked in the order of their ids: the gate to their claims.</summary>
    public static async Task<List<Booking>> Lock(NpgsqlTransaction transaction, params Guid[] bookingIds) =>
        (await transaction.Connection!.QueryAsync<Booking>( // a transaction in use has its connection
            $"""
            select {Columns} from bookings b left join players p on p.player_id = b.player_id
            where b.booking_id = any(@bookingIds) order by b.booking_id for update of b
            """, new { bookingIds }, transaction)).AsList();

    /// <summary>Who else is on court, by booking.</summary>
    public static async Task<ILookup<Guid, BookingPlayer>> Others(NpgsqlConnection connection, Guid[] bookingIds, NpgsqlTransaction? transaction = null) =>
        (await connection.QueryAsync<SeatRow>(
            """
            select booking_id as BookingId, player_id as PlayerId, name as Name, status as Status
            from booking_players where booking_id = any(@bookingIds) order by booking_id, seat
            """, new { bookingIds }, transaction))
        .ToLookup(row => row.BookingId, row => new BookingPlayer(row.PlayerId, row.Name, row.Status));

    private sealed class SeatRow
    {
        public Guid BookingId { get; set; }
        public Guid? PlayerId { get; set; }
        public string Name { get; set; } = "";
        public string Status { get; set; } = "";
    }
}
