using Dapper;
using Npgsql;
using Padel.Payments.Ledger;

namespace Padel.Payments.Charges;

/// <summary>What the ledger says of one booking, in minor units.</summary>
/// <param name="Held">In the booking's account: come, and neither earned nor gone back.</param>
/// <param name="Earned">Revenue so far, tax included.</param>
/// <param name="Fees">Fees so far, tax included, paid or not.</param>
/// <param name="Owed">The part of <paramref name="Fees"/> that the player has not paid.</param>
/// <param name="Postings">How many there are: names the next one.</param>
internal sealed record BookingMoney(long Held, long Earned, long Fees, long Owed, int Postings)
{
    /// <summary>What may go back at most: everything that was paid and has not gone back.</summary>
    public long Taken => Held + Earned + Fees - Owed;

    /// <summary>Read under the charge's lock, which everybody takes who posts for a booking.</summary>
    public static Task<BookingMoney> Read(NpgsqlTransaction transaction, Charge charge) =>
        transaction.Connection!.QuerySingleAsync<BookingMoney>( // a transaction in use has its connection
            $"""
            select coalesce((select balance_minor from balances where account = @account), 0) as Held,
                   coalesce(sum(e.amount_minor) filter (where p.kind = '{PostingKinds.Earned}' and e.amount_minor > 0), 0)::bigint
                 - coalesce(sum(e.amount_minor) filter (where p.kind = '{PostingKinds.EarnedBack}' and e.amount_minor > 0), 0)::bigint as Earned,
                   coalesce(sum(e.amount_minor) filter (where p.kind = '{PostingKinds.Fee}' and e.amount_minor > 0), 0)::bigint
                 - coalesce(sum(e.amount_minor) filter (where p.kind = '{PostingKinds.FeeBack}' and e.amount_minor > 0), 0)::bigint as Fees,
                   coalesce(sum(e.amount_minor) filter (where e.account like @receivables), 0)::bigint as Owed,
                   count(distinct p.posting_id)::int as Postings
            from postings p join entries e using (posting_id) where p.subject_id = @BookingId
            """,
            new { charge.BookingId, account = new Accounts(charge.ClubId).Booking(charge.BookingId), receivables = $"club:{charge.ClubId}:receivable:%" },
            transaction);
}
