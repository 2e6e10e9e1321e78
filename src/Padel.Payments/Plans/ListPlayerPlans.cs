using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Plans;

/// <summary>A player's packages and memberships at the club, for its staff.</summary>
internal static class ListPlayerPlans
{
    public static async Task<PlanList> Handle(Guid playerId, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await PlanList.Of(connection, playerId, staff.ClubId);
    }
}
