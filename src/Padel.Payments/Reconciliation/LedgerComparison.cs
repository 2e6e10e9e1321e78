using Dapper;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Platform.Data;

namespace Padel.Payments.Reconciliation;

/// <summary>
/// Recent payments and refunds against the ledger. Nothing is repaired here: that one of them is wrong means that something was written past
/// the product, and a correction is a posting that a person decides.
/// </summary>
internal sealed class LedgerComparison(Database<PaymentsModule> database, TimeProvider clock)
{
    public static readonly TimeSpan RefundTakesAtMost = TimeSpan.FromDays(1);
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(2);
    private const int MostFound = 20;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.Now();
        var parameters = new { since = now - LooksBack, late = now - RefundTakesAtMost, MostFound };
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var found = (await connection.QueryAsync<Row>($"{Unposted} union all {Apart} union all {Slow} limit @MostFound", parameters, transaction)).AsList();
        foreach (var row in found)
            await Mismatches.Open(transaction, row.ClubId, row.SubjectType, row.SubjectId, row.Text(), now);
        await transaction.CommitAsync(CancellationToken.None);
        return 0; // looking is no work to repeat at once
    }

    private const string Unposted =
        """
        select p.club_id as ClubId, 'payment' as SubjectType, p.payment_id as SubjectId, p.reference as Reference, p.currency as Currency,
               p.amount_minor as SaidMinor, 0::bigint as LedgerMinor, 'unposted' as Kind
        from payments p
        where p.status = 'paid' and p.paid_at >= @since
          and not exists (select 1 from postings q where q.posting_key = 'payment:' || p.payment_id || ':paid')
        """;

    // What was paid and has not gone back is held, earned or kept as a fee. A gateway that took money back may have taken what was earned.
    private const string Apart =
        $"""
        select c.club_id, 'booking', c.booking_id, c.reference, c.currency, m.kept, l.taken, 'apart'
        from (select distinct booking_id from payments where status = 'paid' and paid_at >= @since and booking_id is not null) recent
        join charges c on c.booking_id = recent.booking_id
        join lateral (
            select sum(amount_minor - refunded_minor - not_needed_minor)::bigint as kept, bool_or(reversed_minor > 0) as reversed
            from payments where booking_id = c.booking_id and status = 'paid') m on not m.reversed
        join lateral (
            select coalesce(-sum(e.amount_minor) filter (where e.account = 'club:' || c.club_id || ':booking:' || c.booking_id), 0)::bigint
                 + coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0 and q.kind in ('{PostingKinds.Earned}', '{PostingKinds.Fee}')), 0)::bigint
                 - coalesce(sum(e.amount_minor) filter (where e.amount_minor > 0 and q.kind in ('{PostingKinds.EarnedBack}', '{PostingKinds.FeeBack}')), 0)::bigint
                 - coalesce(sum(e.amount_minor) filter (where e.account like 'club:' || c.club_id || ':receivable:%'), 0)::bigint as taken
            from postings q join entries e using (posting_id) where q.subject_id = c.booking_id) l on l.taken <> m.kept
        """;

    private const string Slow =
        """
        select club_id, 'refund', refund_id, reference, currency, amount_minor, 0::bigint, 'slow'
        from refunds where status in ('requested', 'sending') and created_at < @late
        """;

    private sealed record Row(
        Guid ClubId, string SubjectType, Guid SubjectId, string Reference, string Currency, long SaidMinor, long LedgerMinor, string Kind)
    {
        public string Text() => Kind switch
        {
            "unposted" => $"{Reference} ({In(SaidMinor)}) counts as paid, and the ledger does not have it.",
            "slow" => $"Refund {Reference} ({In(SaidMinor)}) has been on its way for more than a day.",
            _ => $"Booking {Reference}: {In(SaidMinor)} was paid and is still there, the ledger says {In(LedgerMinor)}.",
        };

        private Money In(long minor) => new(minor, Kernel.Currency.Of(Currency));
    }
}
