using Dapper;
using Npgsql;
using Padel.Contracts.Booking;
using Padel.Kernel;

namespace Padel.Payments.Charges;

/// <summary>What bookings owe, in their rows.</summary>
internal static class ChargeRows
{
    /// <summary>Writes what the fact says, unless a newer one was heard before.</summary>
    /// <returns>Whether it is the first that was heard of the booking; null when a newer one was heard before.</returns>
    public static async Task<bool?> Keep(NpgsqlTransaction transaction, BookingFactV1 fact, DateTimeOffset now) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<bool?>( // a transaction in use has its connection
            """
            insert into charges (booking_id, version, club_id, reference, status, player_id, customer_name, customer_phone, customer_email,
                court_id, court_name, starts_at, ends_at, business_day, currency, price_minor, pay_now_minor, fee_minor, pay_with,
                hold_expires_at, origin, updated_at)
            values (@BookingId, @Version, @ClubId, @Reference, @Status, @PlayerId, @Name, @Phone, @Email, @CourtId, @CourtName, @StartsAt,
                @EndsAt, @BusinessDay, @Currency, @PriceMinor, @PayNowMinor, @FeeMinor, @PayWith, @HoldExpiresAt, @Origin, @now)
            on conflict (booking_id) do update set version = excluded.version, status = excluded.status, player_id = excluded.player_id,
                customer_name = excluded.customer_name, customer_phone = excluded.customer_phone, customer_email = excluded.customer_email,
                court_id = excluded.court_id, court_name = excluded.court_name, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                business_day = excluded.business_day, price_minor = excluded.price_minor, pay_now_minor = excluded.pay_now_minor,
                fee_minor = excluded.fee_minor, pay_with = excluded.pay_with, hold_expires_at = excluded.hold_expires_at,
                updated_at = excluded.updated_at
            where charges.version < excluded.version
            returning xmax = 0
            """,
            new
            {
                fact.BookingId, fact.Version, fact.ClubId, fact.Reference, fact.Status, fact.PlayerId, fact.Name, fact.Phone, fact.Email,
                fact.CourtId, fact.CourtName, fact.StartsAt, fact.EndsAt, fact.BusinessDay, fact.Currency, fact.PriceMinor, fact.PayNowMinor,
                fact.FeeMinor, fact.PayWith, fact.HoldExpiresAt, fact.Origin, now,
            }, transaction);

    private const string Columns =
        """
        booking_id as BookingId, version as Version, club_id as ClubId, reference as Reference, status as Status, player_id as PlayerId,
        customer_name as CustomerName, customer_phone as CustomerPhone, customer_email as CustomerEmail, court_id as CourtId,
        court_name as CourtName, starts_at as StartsAt, ends_at as EndsAt, business_day as BusinessDay, currency as Currency,
        price_minor as PriceMinor, pay_now_minor as PayNowMinor, fee_minor as FeeMinor, pay_with as PayWith,
        hold_expires_at as HoldExpiresAt, origin as Origin
        """;

    public static Task<Charge?> Find(NpgsqlConnection connection, Guid bookingId) =>
        connection.QuerySingleOrDefaultAsync<Charge>($"select {Columns} from charges where booking_id = @bookingId", new { bookingId });

    /// <summary>Locked: the gate to everything about a booking's money. Lock order: charge, payments, refunds, ledger accounts.</summary>
    public static Task<Charge?> Lock(NpgsqlTransaction transaction, Guid bookingId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Charge>( // as above
            $"select {Columns} from charges where booking_id = @bookingId for update", new { bookingId }, transaction);

    /// <summary>What was paid for a booking and is still there for it.</summary>
    public static async Task<Money> Paid(NpgsqlConnection connection, Charge charge) =>
        new(await connection.ExecuteScalarAsync<long>(
            """
            select coalesce(sum(greatest(0, amount_minor - refunded_minor - reversed_minor - not_needed_minor)), 0)::bigint
            from payments where booking_id = @BookingId and status = 'paid' and settled_as = 'booking'
            """, new { charge.BookingId }), charge.Price.Currency);
}
