using Dapper;
using Padel.Payments.Paying;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Reconciliation;

/// <summary>
/// Paid payments whose booking still waits for money: Booking is told again, which changes nothing if it has heard. When that does not help,
/// staff look.
/// </summary>
internal sealed class UnheardPayments(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    public static readonly TimeSpan TaskAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(3);
    private const int BatchSize = 50;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var unheard = (await connection.QueryAsync<Payment>(
            $"""
            select {PaymentRows.Columns} from payments
            where status = 'paid' and paid_at between @since and @before and purpose = 'booking' and settled_as = 'booking'
              and amount_minor > refunded_minor + reversed_minor + not_needed_minor
              and booking_id in (
                  select c.booking_id from charges c
                  where c.status = 'held' and c.booking_id = payments.booking_id and c.pay_now_minor <= (
                      select sum(m.amount_minor - m.refunded_minor - m.reversed_minor - m.not_needed_minor)
                      from payments m where m.booking_id = c.booking_id and m.status = 'paid'))
            order by paid_at limit @BatchSize
            """, new { since = now - LooksBack, before = now - Patience, BatchSize }, transaction)).AsList();
        foreach (var payment in unheard)
        {
            await PaymentNews.Completed(transaction, payment, now);
            if (payment.PaidAt < now - TaskAfter)
                await Mismatches.Open(transaction, payment.ClubId, "payment", payment.PaymentId,
                    $"{payment.Reference} ({payment.Amount}) is paid, and its booking still waits for money.", now);
        }

        await transaction.CommitAsync(CancellationToken.None);
        if (unheard.Count > 0)
            signals.Raised(PaymentsModule.ServiceName);
        return unheard.Count;
    }
}
