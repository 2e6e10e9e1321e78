namespace Padel.MoneyChecker;

/// <summary>The ledger by itself: debits are positive, credits negative.</summary>
internal static class LedgerRules
{
    public static readonly Rule[] All =
    [
        new("All entries of all clubs add up to zero",
            """
            select 'ledger' as subject, currency || ' ' || sum(amount_minor) as detail
            from payments.entries group by currency having sum(amount_minor) <> 0
            """),
        new("Every posting has entries of one currency that add up to zero",
            """
            select p.posting_id::text, p.posting_key || ' ' || coalesce(sum(e.amount_minor)::text, 'no entries')
            from payments.postings p left join payments.entries e on e.posting_id = p.posting_id
            group by p.posting_id having coalesce(sum(e.amount_minor), 1) <> 0 or count(distinct e.currency) <> 1 or count(*) < 2
            """),
        new("Entries belong to the club of their posting",
            """
            select e.posting_id::text, e.account from payments.entries e join payments.postings p using (posting_id)
            where split_part(e.account, ':', 2) <> p.club_id::text
            """),
        new("Wallets, held bookings and plans are never below zero",
            """
            select account, sum(-amount_minor)::text from payments.entries
            where account ~ ':(wallet|booking|plan):' group by account having sum(-amount_minor) < 0
            """),
        new("Balance rows say what the entries say",
            """
            select coalesce(b.account, e.account), coalesce(b.balance_minor::text, 'no row') || ' against ' || coalesce(e.held::text, 'no entries')
            from payments.balances b
            full join (select account, sum(-amount_minor) as held from payments.entries where account ~ ':(wallet|booking|plan):' group by account) e
                on e.account = b.account
            where coalesce(b.balance_minor, 0) <> coalesce(e.held, 0) or (b.account is null and e.held <> 0)
            """),
    ];
}
