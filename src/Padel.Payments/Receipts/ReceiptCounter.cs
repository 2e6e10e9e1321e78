using Dapper;
using Npgsql;

namespace Padel.Payments.Receipts;

/// <summary>Numbers of a club's receipts and credit notes: one series, without gaps, in the order in which they are issued.</summary>
internal static class ReceiptCounter
{
    /// <summary>
    /// The next number. Its row stays locked until the transaction ends, so that a rollback gives the number back; take it last, after
    /// the ledger, for it lines up everybody who issues at this club.
    /// </summary>
    public static Task<long> Next(NpgsqlTransaction transaction, Guid clubId) =>
        transaction.Connection!.ExecuteScalarAsync<long>( // a transaction in use has its connection
            """
            insert into receipt_counters (club_id, last_number) values (@clubId, 1)
            on conflict (club_id) do update set last_number = receipt_counters.last_number + 1
            returning last_number
            """, new { clubId }, transaction);
}
