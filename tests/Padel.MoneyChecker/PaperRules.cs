namespace Padel.MoneyChecker;

/// <summary>Receipts, credit notes and plans.</summary>
internal static class PaperRules
{
    public static readonly Rule[] All =
    [
        new("Receipts of a club are numbered without gaps",
            """
            select club_id::text, count(*) || ' receipts up to ' || max(number) from payments.receipts
            group by club_id having count(*) <> max(number) or min(number) <> 1 or count(distinct number) <> count(*)
            """),
        new("Every paid attempt has one receipt, every refund that is done one credit note",
            """
            select p.payment_id::text, count(r.receipt_id) || ' receipts' from payments.payments p
            left join payments.receipts r on r.payment_id = p.payment_id and r.kind = 'receipt'
            where p.status = 'paid' group by p.payment_id having count(r.receipt_id) <> 1
            union all
            select f.refund_id::text, count(r.receipt_id) || ' credit notes' from payments.refunds f
            left join payments.receipts r on r.refund_id = f.refund_id and r.kind = 'credit_note'
            where f.status = 'done' group by f.refund_id having count(r.receipt_id) <> 1
            """),
        new("A receipt says the amount of what it is for",
            """
            select r.receipt_id::text, r.total_minor || ' against ' || coalesce(p.amount_minor, f.amount_minor)
            from payments.receipts r left join payments.payments p on p.payment_id = r.payment_id and r.kind = 'receipt'
            left join payments.refunds f on f.refund_id = r.refund_id and r.kind = 'credit_note'
            where r.total_minor is distinct from coalesce(p.amount_minor, f.amount_minor)
            """),
    ];
}
