using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Ledger;

namespace Padel.Payments.Wallet;

/// <param name="Kind"><c>top_up</c>, <c>payment</c>, <c>refund</c>, <c>not_needed</c>, <c>adjustment</c> or <c>reversal</c>.</param>
/// <param name="Amount">Signed.</param>
internal sealed record WalletEntryBody(DateTimeOffset At, string Kind, string Text, Money Amount, Money BalanceAfter, Guid? BookingId);

/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record WalletPage(IReadOnlyList<WalletEntryBody> Items, Guid? NextCursor);

/// <summary>A wallet's history, read from the ledger.</summary>
internal static class WalletHistory
{
    private const int PageSize = 50;

    /// <summary>Newest first. By entries_of_account; one wallet's entries are few enough to sum up.</summary>
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<WalletPage> Read(NpgsqlConnection connection, Guid clubId, Guid playerId, Guid? cursor)
    {
        var rows = (await connection.QueryAsync<Row>(
            """
            with history as (
                select p.posting_id, p.posted_at, p.kind, p.reason, p.subject_type, p.subject_id, -e.amount_minor as amount_minor, e.currency,
                       sum(-e.amount_minor) over (order by p.posting_id) as balance_minor
                from entries e join postings p using (posting_id) where e.account = @account)
            select h.posting_id as PostingId, h.posted_at as At, h.kind as Kind, h.reason as Reason, h.amount_minor as AmountMinor, h.currency as Currency,
                   h.balance_minor::bigint as BalanceMinor, c.booking_id as BookingId, c.reference as BookingReference
            from history h left join charges c on h.subject_type = 'booking' and c.booking_id = h.subject_id
            where @cursor::uuid is null or h.posting_id < @cursor
            order by h.posting_id desc limit @limit
            """, new { account = new Accounts(clubId).Wallet(playerId), cursor, limit = PageSize + 1 })).AsList();
        return new WalletPage([.. rows.Take(PageSize).Select(row => row.ToBody())], rows.Count > PageSize ? rows[PageSize - 1].PostingId : null);
    }

    private sealed record Row(
        Guid PostingId, DateTimeOffset At, string Kind, string Reason, long AmountMinor, string Currency, long BalanceMinor, Guid? BookingId, string? BookingReference)
    {
        public WalletEntryBody ToBody() => new(At, KindOf(), TextOf(), new Money(AmountMinor, Money), new Money(BalanceMinor, Money), BookingId);

        private Currency Money => Kernel.Currency.Of(Currency);

        private string KindOf() => Kind == "payment" && AmountMinor > 0 ? "top_up" : Kind;

        private string TextOf() => (Kind, BookingReference, AmountMinor) switch
        {
            ("payment", { } booking, _) => $"Booking {booking}",
            ("payment", _, > 0) => "Top-up",
            ("payment", _, _) => "Plan",
            _ => Reason,
        };
    }
}
