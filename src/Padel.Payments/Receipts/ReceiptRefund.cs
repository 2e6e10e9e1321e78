using Dapper;
using Npgsql;

namespace Padel.Payments.Receipts;

/// <summary>A refund as its credit note needs it.</summary>
internal sealed record ReceiptRefund(Guid RefundId, Guid PaymentId, Guid? BookingId, Guid? PlayerId, long AmountMinor, string Destination, string Reason)
{
    public static Task<ReceiptRefund> Read(NpgsqlTransaction transaction, Guid refundId) =>
        transaction.Connection!.QuerySingleAsync<ReceiptRefund>( // a transaction in use has its connection
            """
            select refund_id as RefundId, payment_id as PaymentId, booking_id as BookingId, player_id as PlayerId, amount_minor as AmountMinor,
                   destination as Destination, reason as Reason
            from refunds where refund_id = @refundId
            """, new { refundId }, transaction);
}
