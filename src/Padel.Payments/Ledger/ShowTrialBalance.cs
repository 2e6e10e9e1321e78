using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Ledger;

/// <param name="Balanced">Debits and credits are the same in every currency.</param>
internal sealed record TrialBalanceBody(IReadOnlyList<TrialBalanceLine> Items, bool Balanced);

/// <summary>What a club's accounts hold, for whoever keeps its books.</summary>
internal static class ShowTrialBalance
{
    public static async Task<Ok<TrialBalanceBody>> Handle(StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var lines = await TrialBalance.OfClub(connection, staff.ClubId);
        var balanced = lines.GroupBy(line => line.Debit.Currency).All(group => group.Sum(line => line.Debit.AmountMinor - line.Credit.AmountMinor) == 0);
        return TypedResults.Ok(new TrialBalanceBody(lines, balanced));
    }
}
