using Dapper;
using Npgsql;
using Padel.Kernel;

namespace Padel.Payments.Ledger;

/// <summary>
/// The only writer of the ledger. What it writes is never edited: triggers refuse it. The database refuses a posting that does not add up
/// and an account below zero.
/// </summary>
internal static class GeneralLedger
{
    /// <summary>Posts in the caller's transaction, once per key. Locks guarded accounts in the order of their codes.</summary>
    /// <returns>
    /// True when posted, false when this key was posted before; <c>payments.insufficient_funds</c> when an account would go below zero: then
    /// the caller rolls back. Entries of nothing are left out; a posting of nothing is not written.
    /// </returns>
    public static async Task<Result<bool>> Post(NpgsqlTransaction transaction, Posting posting, DateTimeOffset now)
    {
        var entries = posting.Entries.Where(entry => entry.AmountMinor != 0).ToList();
        if (entries.Sum(entry => entry.AmountMinor) != 0 || entries.Select(entry => entry.Currency).Distinct().Count() > 1)
            throw new InvalidOperationException($"Posting {posting.Key} does not add up to zero in one currency.");
        if (entries.Count == 0 || !await Insert(transaction, posting, now, out var postingId))
            return false;
        foreach (var guarded in entries.Where(entry => Accounts.IsGuarded(entry.Account)).GroupBy(entry => entry.Account).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var more = -guarded.Sum(entry => entry.AmountMinor);
            if (!await Move(transaction, posting.ClubId, guarded.Key, more, guarded.First().Currency))
                return PaymentErrors.InsufficientFunds;
        }

        await InsertEntries(transaction, postingId, entries);
        return true;
    }

    /// <summary>What a guarded account holds now; zero when it was never used.</summary>
    public static async Task<Money> Balance(NpgsqlConnection connection, string account, Currency currency, NpgsqlTransaction? transaction = null) =>
        new(await connection.ExecuteScalarAsync<long?>(
            "select balance_minor from balances where account = @account", new { account }, transaction) ?? 0, currency);

    private static Task<bool> Insert(NpgsqlTransaction transaction, Posting posting, DateTimeOffset now, out Guid postingId)
    {
        postingId = Guid.CreateVersion7(now);
        return Written(transaction,
            """
            insert into postings (posting_id, club_id, posted_at, kind, reason, actor, subject_type, subject_id, posting_key)
            values (@postingId, @ClubId, @now, @Kind, @Reason, @Actor, @SubjectType, @SubjectId, @Key)
            on conflict (posting_key) do nothing
            """,
            new { postingId, posting.ClubId, now, posting.Kind, posting.Reason, posting.Actor, posting.SubjectType, posting.SubjectId, posting.Key });
    }

    // A withdrawal needs a row with enough in it; a deposit makes the row where there is none.
    private static Task<bool> Move(NpgsqlTransaction transaction, Guid clubId, string account, long more, Currency currency) =>
        Written(transaction,
            more < 0
                ? "update balances set balance_minor = balance_minor + @more where account = @account and balance_minor + @more >= 0"
                : """
                  insert into balances (account, club_id, currency, balance_minor) values (@account, @clubId, @currency, @more)
                  on conflict (account) do update set balance_minor = balances.balance_minor + excluded.balance_minor
                  """,
            new { account, clubId, more, currency = currency.Code });

    private static Task<int> InsertEntries(NpgsqlTransaction transaction, Guid postingId, List<Entry> entries) =>
        transaction.Connection!.ExecuteAsync( // a transaction in use has its connection
            """
            insert into entries (posting_id, line, account, amount_minor, currency)
            select @postingId, line, account, amount, currency
            from unnest(@accounts, @amounts, @currencies) with ordinality as e(account, amount, currency, line)
            """,
            new
            {
                postingId,
                accounts = entries.Select(entry => entry.Account).ToArray(),
                amounts = entries.Select(entry => entry.AmountMinor).ToArray(),
                currencies = entries.Select(entry => entry.Currency.Code).ToArray(),
            }, transaction);

    private static async Task<bool> Written(NpgsqlTransaction transaction, string sql, object parameters) =>
        await transaction.Connection!.ExecuteAsync(sql, parameters, transaction) == 1; // as above
}
