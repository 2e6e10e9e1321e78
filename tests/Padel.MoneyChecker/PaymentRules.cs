namespace Padel.MoneyChecker;

/// <summary>Attempts to pay and money going back, against the ledger.</summary>
internal static class PaymentRules
{
    public static readonly Rule[] All =
    [
        new("Every paid attempt is in the ledger once, with its amount",
            """
            select p.payment_id::text, p.method || ' ' || p.amount_minor || ' against ' || coalesce(l.amount::text, 'nothing')
            from payments.payments p
            left join (
                select q.posting_key, sum(e.amount_minor) filter (where e.amount_minor > 0) as amount
                from payments.postings q join payments.entries e using (posting_id) group by q.posting_key) l
                on l.posting_key = 'payment:' || p.payment_id || ':paid'
            where p.status = 'paid' and l.amount is distinct from p.amount_minor
            """),
        new("Nothing is in the ledger for an attempt that was not paid",
            """
            select p.payment_id::text, p.status from payments.payments p
            join payments.postings q on q.posting_key = 'payment:' || p.payment_id || ':paid' where p.status <> 'paid'
            """),
        new("Every paid posting belongs to an attempt",
            """
            select q.posting_id::text, q.posting_key from payments.postings q
            where q.posting_key like 'payment:%:paid'
              and not exists (select 1 from payments.payments p where q.posting_key = 'payment:' || p.payment_id || ':paid' and p.club_id = q.club_id)
            """),
        new("Every paid attempt is tied to exactly one of booking, plan, wallet and refund",
            """
            select payment_id::text, status || ' ' || coalesce(settled_as, 'nothing') from payments.payments
            where (status = 'paid') <> (settled_as is not null)
            """),
        new("What an attempt became is what the ledger says",
            """
            select p.payment_id::text, p.settled_as || ' of ' || p.purpose from payments.payments p
            join payments.postings q on q.posting_key = 'payment:' || p.payment_id || ':paid'
            where p.status = 'paid' and not exists (
                select 1 from payments.entries e where e.posting_id = q.posting_id and e.amount_minor < 0 and e.account = 'club:' || p.club_id ||
                    case p.purpose when 'booking' then ':booking:' || p.booking_id when 'top_up' then ':wallet:' || p.player_id else ':plan:' || p.plan_id end)
            """),
        new("A booking's payment became a plan or wallet credit only by a posting of its own",
            """
            select payment_id::text, settled_as from payments.payments p
            where p.status = 'paid' and p.purpose = 'booking' and p.settled_as in ('wallet', 'plan') and not exists (
                select 1 from payments.postings q where q.posting_key like 'payment:' || p.payment_id || ':not-needed%')
            """),
        new("No more goes back than was paid",
            """
            select p.payment_id::text, p.amount_minor || ' paid, ' || coalesce(sum(r.amount_minor), 0) || ' back'
            from payments.payments p join payments.refunds r using (payment_id) where r.status <> 'declined'
            group by p.payment_id having sum(r.amount_minor) > p.amount_minor - p.reversed_minor
            """),
        new("An attempt knows what of it went back",
            """
            select p.payment_id::text, p.refunded_minor || ' against ' || coalesce(sum(r.amount_minor) filter (where r.status <> 'declined'), 0)
            from payments.payments p left join payments.refunds r using (payment_id)
            group by p.payment_id
            having p.refunded_minor <> coalesce(sum(r.amount_minor) filter (where r.status <> 'declined'), 0)
            """),
        new("No attempt and no refund is left hanging",
            """
            select payment_id::text, 'payment ' || status || ' since ' || created_at from payments.payments
            where status in ('created', 'pending') and next_inquiry_at is null and method in ('card', 'jazzcash', 'easypaisa')
            union all
            select refund_id::text, 'refund ' || status from payments.refunds r
            where status in ('failed', 'manual', 'unknown') and not exists (
                select 1 from payments.money_tasks t where t.subject_id = r.refund_id and t.resolved_at is null)
            """),
    ];
}
