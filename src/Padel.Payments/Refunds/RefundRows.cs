using Dapper;
using Npgsql;

namespace Padel.Payments.Refunds;

/// <summary>Refunds in their rows. Lock order: charge, payments, refunds, ledger accounts.</summary>
internal static class RefundRows
{
    public const string Columns =
        """
        refund_id as RefundId, club_id as ClubId, payment_id as PaymentId, booking_id as BookingId, player_id as PlayerId, currency as Currency,
        amount_minor as AmountMinor, destination as Destination, status as Status, kind as Kind, reason as Reason, reference as Reference,
        gateway_reference as GatewayReference, failure_code as FailureCode, failure_text as FailureText, attempts as Attempts,
        next_attempt_at as NextAttemptAt, requested_by as RequestedBy, approved_by as ApprovedBy, created_at as CreatedAt, done_at as DoneAt
        """;

    public static Task<Refund?> Find(NpgsqlConnection connection, Guid refundId) =>
        connection.QuerySingleOrDefaultAsync<Refund>($"select {Columns} from refunds where refund_id = @refundId", new { refundId });

    public static Task<Refund?> Lock(NpgsqlTransaction transaction, Guid refundId) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<Refund>( // a transaction in use has its connection
            $"select {Columns} from refunds where refund_id = @refundId for update", new { refundId }, transaction);

    public static async Task<List<Refund>> OfBooking(NpgsqlConnection connection, Guid bookingId) =>
        (await connection.QueryAsync<Refund>(
            $"select {Columns} from refunds where booking_id = @bookingId order by refund_id desc", new { bookingId })).AsList();

    public static Task Insert(NpgsqlTransaction transaction, Refund refund) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            insert into refunds (refund_id, club_id, payment_id, booking_id, player_id, currency, amount_minor, destination, status, kind, reason,
                reference, next_attempt_at, requested_by, approved_by, created_at, updated_at)
            values (@RefundId, @ClubId, @PaymentId, @BookingId, @PlayerId, @Currency, @AmountMinor, @Destination, @Status, @Kind, @Reason,
                @Reference, @NextAttemptAt, @RequestedBy, @ApprovedBy, @CreatedAt, @CreatedAt)
            """, refund, transaction);

    /// <summary>Writes how far it is. What was asked (payment, amount, reason) never changes.</summary>
    public static Task Update(NpgsqlTransaction transaction, Refund refund, DateTimeOffset now) =>
        transaction.Connection!.ExecuteAsync( // as above
            """
            update refunds set status = @Status, destination = @Destination, gateway_reference = @GatewayReference, failure_code = @FailureCode,
                failure_text = @FailureText, attempts = @Attempts, next_attempt_at = @NextAttemptAt, approved_by = @ApprovedBy, done_at = @DoneAt,
                updated_at = @now
            where refund_id = @RefundId
            """,
            new
            {
                refund.RefundId, refund.Status, refund.Destination, refund.GatewayReference, refund.FailureCode, refund.FailureText,
                refund.Attempts, refund.NextAttemptAt, refund.ApprovedBy, refund.DoneAt, now,
            }, transaction);
}
