using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Payments.Ledger;

/// <param name="Account">A kind of account: <c>wallet</c> sums up all wallets.</param>
/// <param name="Debit">Net; one of the two is zero.</param>
internal sealed record TrialBalanceLine(string Account, Money Debit, Money Credit);

/// <summary>Sums over the whole ledger: what must be zero, is.</summary>
internal static class TrialBalance
{
    /// <summary>What a club's accounts hold, kind by kind.</summary>
    public static async Task<IReadOnlyList<TrialBalanceLine>> OfClub(NpgsqlConnection connection, Guid clubId)
    {
        var rows = await connection.QueryAsync<(string Kind, string? Name, string Currency, long Sum)>(
            """
            select split_part(e.account, ':', 3), case split_part(e.account, ':', 3) when 'gateway' then split_part(e.account, ':', 4) end,
                   e.currency, sum(e.amount_minor)::bigint
            from postings p join entries e using (posting_id) where p.club_id = @clubId
            group by 1, 2, 3 order by 1, 2, 3
            """, new { clubId });
        return [.. rows.Select(row => Line(row.Name is null ? row.Kind : $"{row.Kind}:{row.Name}", new Money(row.Sum, Currency.Of(row.Currency))))];
    }

    /// <summary>How far the ledger is off, in minor units: entries that do not add up, and balance rows that do not say what their entries say.</summary>
    public static Task<long> Imbalance(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            select coalesce((select sum(abs(off)) from (select sum(amount_minor) as off from entries group by posting_id, currency) p where off <> 0), 0)::bigint
                 + coalesce((select sum(abs(coalesce(b.balance_minor, 0) - coalesce(e.held, 0)))
                     from balances b full join (
                         select account, sum(-amount_minor) as held from entries
                         where account ~ ':(wallet|booking|plan):' group by account) e using (account)), 0)::bigint
            """, cancellationToken: cancellation));

    private static TrialBalanceLine Line(string account, Money sum)
    {
        var nothing = Money.Zero(sum.Currency);
        return sum.AmountMinor >= 0 ? new TrialBalanceLine(account, sum, nothing) : new TrialBalanceLine(account, nothing, nothing - sum);
    }
}
