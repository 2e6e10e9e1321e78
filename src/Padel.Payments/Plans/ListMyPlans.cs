using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Plans;

/// <summary>A player's packages and memberships, those that run first.</summary>
internal static class ListMyPlans
{
    public static async Task<PlanList> Handle(Caller caller, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await PlanList.Of(connection, caller.UserId, clubId: null);
    }
}
