using Dapper;
using Npgsql;
using Padel.Payments.Settings;
using Padel.Payments.Transfers;
using Padel.Payments.Transfers.Proofs;

namespace Padel.Payments.Paying;

/// <summary>A payment as the API tells it, with what is still to do and its receipt.</summary>
internal static class PaymentAnswers
{
    public static async Task<PaymentBody> Of(NpgsqlConnection connection, Payment payment, PaymentActionBody? action = null)
    {
        var receiptId = payment.IsPaid
            ? await connection.QuerySingleOrDefaultAsync<Guid?>(
                "select receipt_id from receipts where payment_id = @PaymentId and kind = 'receipt'", new { payment.PaymentId })
            : null;
        return PaymentBody.Of(payment, action ?? await Standing(connection, payment), receiptId);
    }

    /// <summary>What can be told again at any time; a form or a redirect comes with <c>POST /payments</c> only.</summary>
    private static async Task<PaymentActionBody?> Standing(NpgsqlConnection connection, Payment payment)
    {
        if (!payment.IsLive)
            return null;
        if (payment.Method == MethodNames.BankTransfer)
            return await Transfer(connection, payment);
        return PaymentData.Read(payment.GatewayData).GetValueOrDefault(PaymentData.Start) == PaymentActionBody.ApproveOnPhone
            ? new PaymentActionBody(PaymentActionBody.ApproveOnPhone) { Until = payment.ExpiresAt }
            : null;
    }

    private static async Task<PaymentActionBody> Transfer(NpgsqlConnection connection, Payment payment)
    {
        var club = await ClubMoneyRows.Find(connection, payment.ClubId)
            ?? throw new InvalidOperationException($"Payment {payment.Reference} belongs to no club.");
        return new PaymentActionBody(PaymentActionBody.TransferKind)
        {
            Until = payment.ExpiresAt, Transfer = TransferDetails.Of(club, payment.Reference, await ProofRows.AreThere(connection, payment.PaymentId)),
        };
    }
}
