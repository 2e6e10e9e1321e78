using Npgsql;
using Padel.Payments.Paying;

namespace Padel.Payments.Refunds;

/// <summary>A paid payment and what of it may still go back.</summary>
internal sealed record RefundSource(Payment Payment, long FreeMinor)
{
    /// <summary>Those of a booking, newest first, locked.</summary>
    public static async Task<IReadOnlyList<RefundSource>> Lock(NpgsqlTransaction transaction, Guid bookingId) =>
        (await PaymentRows.LockPaid(transaction, bookingId)).ConvertAll(payment => new RefundSource(payment, payment.Kept.AmountMinor));
}
