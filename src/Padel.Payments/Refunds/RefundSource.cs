using Dapper;
using Npgsql;
using Padel.Payments.Paying;

namespace Padel.Payments.Refunds;

/// <summary>A paid payment and what of it may still go back.</summary>
internal sealed record RefundSource(Payment Payment, long FreeMinor)
{
    /// <summary>Those of a booking, newest first, locked.</summary>
    public static async Task<IReadOnlyList<RefundSource>> Lock(NpgsqlTransaction transaction, Guid bookingId)
    {
        var payments = await PaymentRows.LockPaid(transaction, bookingId);
        // What the booking had no use for has left already: into the wallet.
        var left = (await transaction.Connection!.QueryAsync<(Guid PaymentId, long Amount)>( // a transaction in use has its connection
            """
            select p.payment_id, sum(e.amount_minor)::bigint
            from payments p
            cross join unnest(array['', '-earned', '-fee']) part
            join postings q on q.posting_key = 'payment:' || p.payment_id || ':not-needed' || part
            join entries e on e.posting_id = q.posting_id and e.amount_minor > 0
            where p.booking_id = @bookingId group by p.payment_id
            """, new { bookingId }, transaction)).ToDictionary(row => row.PaymentId, row => row.Amount);
        return payments.ConvertAll(payment =>
            new RefundSource(payment, Math.Max(0, payment.Kept.AmountMinor - left.GetValueOrDefault(payment.PaymentId))));
    }
}
