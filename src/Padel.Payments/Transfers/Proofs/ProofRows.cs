using Dapper;
using Npgsql;

namespace Padel.Payments.Transfers.Proofs;

internal static class ProofRows
{
    public static Task<bool> AreThere(NpgsqlConnection connection, Guid paymentId) =>
        connection.ExecuteScalarAsync<bool>("select exists (select 1 from transfer_proofs where payment_id = @paymentId)", new { paymentId });
}
