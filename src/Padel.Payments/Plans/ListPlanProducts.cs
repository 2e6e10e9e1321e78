using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Payments.Settings;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Plans;

/// <summary>The packages and memberships a club sells; staff may see those it no longer sells too.</summary>
internal static class ListPlanProducts
{
    public static async Task<Results<Ok<PlanProductList>, Problem>> Handle(
        string club, Caller? caller, Database<PaymentsModule> database, StaffAccess staff, CancellationToken cancellation, bool all = false)
    {
        await using var connection = await database.Open(cancellation);
        if (await ClubMoneyRows.Find(connection, club) is not { } found)
            return new Problem(RequestErrors.NotFound);
        var everything = all && caller is not null && await staff.Find(caller, found.ClubId, cancellation) is not null;
        var products = await PlanProductRows.OfClub(connection, found.ClubId, everything);
        return TypedResults.Ok(new PlanProductList(products.ConvertAll(PlanProductBody.Of)));
    }
}
