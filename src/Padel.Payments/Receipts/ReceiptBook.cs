using Dapper;
using Npgsql;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>
/// Issues receipts and credit notes in the transaction of the money they tell of, once each. Call it after the ledger and before the outbox:
/// the club's counter lines up everybody who issues.
/// </summary>
internal static class ReceiptBook
{
    /// <summary>The receipt of a payment that is paid.</summary>
    /// <returns>Its id; the first one's when it was issued before.</returns>
    public static async Task<Guid> ForPayment(NpgsqlTransaction transaction, Guid paymentId, DateTimeOffset now)
    {
        if (await Issued(transaction, "payment_id = @id and kind = 'receipt'", paymentId) is { } before)
            return before;
        var sale = await ReceiptSale.Read(transaction, paymentId);
        var number = await ReceiptCounter.Next(transaction, sale.Payment.ClubId);
        return await Insert(transaction, sale, ReceiptWriting.Receipt(sale, number, now), number, refundId: null, now);
    }

    /// <summary>The credit note of a refund that is done.</summary>
    /// <returns>As above.</returns>
    public static async Task<Guid> ForRefund(NpgsqlTransaction transaction, Guid refundId, DateTimeOffset now)
    {
        if (await Issued(transaction, "refund_id = @id", refundId) is { } before)
            return before;
        var refund = await ReceiptRefund.Read(transaction, refundId);
        var sale = await ReceiptSale.Read(transaction, refund.PaymentId);
        var credits = await transaction.Connection!.ExecuteScalarAsync<string?>( // a transaction in use has its connection
            "select label from receipts where payment_id = @PaymentId and kind = 'receipt'", refund, transaction);
        var number = await ReceiptCounter.Next(transaction, sale.Payment.ClubId);
        return await Insert(transaction, sale, ReceiptWriting.CreditNote(sale, refund, credits, number, now), number, refundId, now);
    }

    private static Task<Guid?> Issued(NpgsqlTransaction transaction, string condition, Guid id) =>
        transaction.Connection!.ExecuteScalarAsync<Guid?>($"select receipt_id from receipts where {condition}", new { id }, transaction); // as above

    private static async Task<Guid> Insert(
        NpgsqlTransaction transaction, ReceiptSale sale, ReceiptDocument document, long number, Guid? refundId, DateTimeOffset now)
    {
        var receiptId = ReceiptId.New(now, number);
        await transaction.Connection!.ExecuteAsync( // as above
            """
            insert into receipts (receipt_id, club_id, kind, number, label, code, payment_id, refund_id, booking_id, player_id, customer_name,
                currency, total_minor, document, search, issued_at)
            values (@receiptId, @ClubId, @kind, @number, @Label, @code, @PaymentId, @refundId, @BookingId,
                @playerId, @customer, @Currency, @TotalMinor, @json::jsonb, @search, @now)
            """,
            new
            {
                receiptId, sale.Payment.ClubId, kind = refundId is null ? "receipt" : "credit_note", number, document.Label, code = VerificationCode.New(),
                sale.Payment.PaymentId, refundId, sale.Payment.BookingId, playerId = sale.Payment.PlayerId ?? sale.Charge?.PlayerId,
                customer = document.Customer.Name, document.Currency, document.TotalMinor, json = Idempotency.Serialize(document),
                search = Search(document), now,
            }, transaction);
        return receiptId;
    }

    private static string Search(ReceiptDocument document) =>
        string.Join(' ', document.Label, document.Customer.Name, document.Customer.CompanyName, document.BookingReference, document.PaymentReference)
            .ToLowerInvariant();
}
