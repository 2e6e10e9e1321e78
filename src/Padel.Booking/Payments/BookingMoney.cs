using Dapper;
using Npgsql;

namespace Padel.Booking.Payments;

/// <summary>
/// The money of a booking in its rows. Whoever writes here holds the lock of the booking's row. What each payment came to is kept apart, so
/// that facts may come in any order and more than once: the booking's amounts are counted from them anew.
/// </summary>
internal static class BookingMoney
{
    /// <summary>An attempt is under way, unless more is known of it already.</summary>
    public static Task Started(NpgsqlTransaction transaction, Guid paymentId, Guid bookingId) =>
        Execute(transaction,
            """
            insert into booking_payments (payment_id, booking_id, state) values (@paymentId, @bookingId, 'pending')
            on conflict (payment_id) do nothing
            """, new { paymentId, bookingId });

    /// <summary>An attempt failed, unless it succeeded after all.</summary>
    public static Task Failed(NpgsqlTransaction transaction, Guid paymentId, Guid bookingId) =>
        Execute(transaction,
            """
            insert into booking_payments (payment_id, booking_id, state) values (@paymentId, @bookingId, 'failed')
            on conflict (payment_id) do update set state = 'failed' where booking_payments.state = 'pending'
            """, new { paymentId, bookingId });

    /// <summary>Money came, and the booking took this part of it.</summary>
    public static Task Came(NpgsqlTransaction transaction, Guid paymentId, Guid bookingId, long takenMinor) =>
        Execute(transaction,
            """
            insert into booking_payments (payment_id, booking_id, state, taken_minor) values (@paymentId, @bookingId, 'paid', @takenMinor)
            on conflict (payment_id) do update set state = 'paid', taken_minor = excluded.taken_minor where booking_payments.state <> 'paid'
            """, new { paymentId, bookingId, takenMinor });

    /// <summary>A gateway took money back.</summary>
    public static Task Reversed(NpgsqlTransaction transaction, Guid paymentId, Guid bookingId, long amountMinor) =>
        Execute(transaction,
            """
            insert into booking_payments (payment_id, booking_id, state, reversed_minor) values (@paymentId, @bookingId, 'pending', @amountMinor)
            on conflict (payment_id) do update set reversed_minor = booking_payments.reversed_minor + excluded.reversed_minor
            """, new { paymentId, bookingId, amountMinor });

    /// <summary>Money was given back.</summary>
    public static Task Refunded(NpgsqlTransaction transaction, Guid paymentId, Guid bookingId, long amountMinor) =>
        Execute(transaction,
            """
            insert into booking_payments (payment_id, booking_id, state, refunded_minor) values (@paymentId, @bookingId, 'pending', @amountMinor)
            on conflict (payment_id) do update set refunded_minor = booking_payments.refunded_minor + excluded.refunded_minor
            """, new { paymentId, bookingId, amountMinor });

    /// <summary>What was taken or given back of a payment; null when it has come already.</summary>
    public static async Task<long?> GoneOf(NpgsqlTransaction transaction, Guid paymentId) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<(string State, long Gone)?>( // a transaction in use has its connection
            "select state, reversed_minor + refunded_minor from booking_payments where payment_id = @paymentId", new { paymentId }, transaction) switch
        {
            null => 0,
            { State: "paid" } => null,
            var (_, gone) => gone,
        };

    /// <summary>Counts the booking's amounts anew from its payments, its price and its fee, and writes them.</summary>
    public static async Task<Bookings.Booking> Count(NpgsqlTransaction transaction, Bookings.Booking booking, DateTimeOffset now)
    {
        var (state, elsewhere) = await Look(transaction, booking.BookingId);
        var paid = elsewhere + state.LeftMinor;
        var over = booking.Status is Bookings.BookingStatus.Cancelled or Bookings.BookingStatus.NoShow;
        var counted = booking with
        {
            AmountPaidMinor = paid,
            FeeDueMinor = over ? Math.Max(0, booking.FeeMinor - paid) : 0,
            PaymentStatus = state.Of(booking.Status, paid, booking.PriceMinor, booking.FeeMinor),
        };
        await Execute(transaction,
            """
            update bookings set amount_paid_minor = @AmountPaidMinor, fee_due_minor = @FeeDueMinor, payment_status = @PaymentStatus, updated_at = @now
            where booking_id = @BookingId
            """, new { counted.BookingId, counted.AmountPaidMinor, counted.FeeDueMinor, counted.PaymentStatus, now });
        return counted;
    }

    // By booking_payments_of_booking.
    private static async Task<(PaymentState State, long Elsewhere)> Look(NpgsqlTransaction transaction, Guid bookingId)
    {
        var row = await transaction.Connection!.QuerySingleAsync<(long Left, long Refunded, bool Pending, bool Failed, long Elsewhere)>( // as above
            """
            select coalesce(sum(greatest(0, p.taken_minor - p.reversed_minor - p.refunded_minor)), 0)::bigint,
                   coalesce(sum(least(p.taken_minor, p.refunded_minor)), 0)::bigint,
                   coalesce(bool_or(p.state = 'pending'), false), coalesce(bool_or(p.state = 'failed'), false), b.paid_elsewhere_minor
            from bookings b left join booking_payments p on p.booking_id = b.booking_id
            where b.booking_id = @bookingId group by b.booking_id
            """, new { bookingId }, transaction);
        return (new PaymentState(row.Left, row.Refunded, row.Pending, row.Failed), row.Elsewhere);
    }

    private static Task<int> Execute(NpgsqlTransaction transaction, string sql, object parameters) =>
        transaction.Connection!.ExecuteAsync(sql, parameters, transaction); // as above
}
