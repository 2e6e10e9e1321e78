using Dapper;
using Npgsql;

namespace Padel.Payments.Paying;

/// <summary>Reads payments back from their rows, and writes new ones.</summary>
internal static class PaymentRows
{
    public const string Columns =
        """
        payment_id as PaymentId, club_id as ClubId, player_id as PlayerId, purpose as Purpose, booking_id as BookingId, product_id as ProductId,
        plan_id as PlanId, method as Method, gateway as Gateway, reference as Reference, currency as Currency, amount_minor as AmountMinor,
        refunded_minor as RefundedMinor, reversed_minor as ReversedMinor, not_needed_minor as NotNeededMinor, status as Status, settled_as as SettledAs,
        failure_code as FailureCode, failure_text as FailureText, can_retry as CanRetry, gateway_reference as GatewayReference,
        gateway_data::text as GatewayData, actor as Actor, note as Note, expires_at as ExpiresAt, next_inquiry_at as NextInquiryAt,
        inquiries as Inquiries, paid_at as PaidAt, created_at as CreatedAt
        """;

    public static Task<Payment?> Find(NpgsqlConnection connection, Guid paymentId) =>
        connection.QuerySingleOrDefaultAsync<Payment>($"select {Columns} from payments where payment_id = @paymentId", new { paymentId });

    public static Task<Payment?> FindByReference(NpgsqlConnection connection, string reference) =>
        connection.QuerySingleOrDefaultAsync<Payment>($"select {Columns} from payments where reference = @reference", new { reference });

    /// <summary>Locked. Of a booking's payment, lock the charge first.</summary>
    public static Task<Payment?> Lock(NpgsqlTransaction transaction, Guid paymentId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Payment>( // a transaction in use has its connection
            $"select {Columns} from payments where payment_id = @paymentId for update", new { paymentId }, transaction);

    /// <summary>The paid ones of a booking, newest first, locked: where a refund comes from.</summary>
    public static async Task<List<Payment>> LockPaid(NpgsqlTransaction transaction, Guid bookingId) =>
        (await transaction.Connection!.QueryAsync<Payment>( // as above
            $"""
            select {Columns} from payments where booking_id = @bookingId and status = 'paid'
            order by paid_at desc, payment_id desc for update
            """, new { bookingId }, transaction)).AsList();

    public static Task<int> Insert(NpgsqlTransaction transaction, Payment payment) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into payments (payment_id, club_id, player_id, purpose, booking_id, product_id, plan_id, method, gateway, reference, currency,
                amount_minor, status, settled_as, gateway_data, actor, note, expires_at, next_inquiry_at, paid_at, created_at, updated_at)
            values (@PaymentId, @ClubId, @PlayerId, @Purpose, @BookingId, @ProductId, @PlanId, @Method, @Gateway, @Reference, @Currency,
                @AmountMinor, @Status, @SettledAs, @GatewayData::jsonb, @Actor, @Note, @ExpiresAt, @NextInquiryAt, @PaidAt, @CreatedAt, @CreatedAt)
            """, payment, transaction);

    /// <summary>Writes what may change of a payment. Paid never becomes anything else: false then.</summary>
    public static async Task<bool> Save(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now) =>
        await transaction.Connection!.ExecuteAsync( // as above
            """
            update payments set status = @Status, settled_as = @SettledAs, plan_id = @PlanId, paid_at = @PaidAt, failure_code = @FailureCode,
                failure_text = @FailureText, can_retry = @CanRetry, gateway_reference = @GatewayReference, gateway_data = @GatewayData::jsonb,
                next_inquiry_at = @NextInquiryAt, reversed_minor = @ReversedMinor, not_needed_minor = @NotNeededMinor, updated_at = @now
            where payment_id = @PaymentId and (status <> 'paid' or @Status = 'paid')
            """,
            new
            {
                payment.PaymentId, payment.Status, payment.SettledAs, payment.PlanId, payment.PaidAt, payment.FailureCode, payment.FailureText,
                payment.CanRetry, payment.GatewayReference, payment.GatewayData, payment.NextInquiryAt, payment.ReversedMinor, payment.NotNeededMinor, now,
            }, transaction) == 1;

    /// <summary>The attempt of a booking that is under way, locked. There is at most one.</summary>
    public static Task<Payment?> LockLive(NpgsqlTransaction transaction, Guid bookingId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Payment>( // as above
            $"select {Columns} from payments where booking_id = @bookingId and status in ('created', 'pending') for update", new { bookingId }, transaction);

    public static Task<Payment?> FindNewest(NpgsqlConnection connection, Guid bookingId) =>
        connection.QueryFirstOrDefaultAsync<Payment>(
            $"""
            select {Columns} from payments where booking_id = @bookingId
            order by created_at desc, status = 'abandoned', payment_id desc limit 1
            """, new { bookingId });
}
