using Npgsql;
using Padel.Payments.Paying;
using Padel.Payments.Tasks;

namespace Padel.Payments.Reconciliation;

/// <summary>What does not agree and no machine should decide.</summary>
internal static class Mismatches
{
    public static Task Open(NpgsqlTransaction transaction, Guid clubId, string subjectType, Guid subjectId, string text, DateTimeOffset now) =>
        MoneyTasks.Open(transaction, clubId, MoneyTaskKinds.Mismatch, subjectType, subjectId, text, now);
}
