using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Plans;

/// <param name="AutoRenew">Whether it runs on at the end, paid from the wallet.</param>
internal sealed record ChangeMyPlanRequest(bool AutoRenew);

/// <summary>A player says whether a membership runs on at its end.</summary>
internal static class ChangeMyPlan
{
    public static async Task<Results<NoContent, Problem>> Handle(
        Guid planId, ChangeMyPlanRequest request, Caller caller, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (await PlanRows.Find(connection, planId) is not { } plan || plan.PlayerId != caller.UserId)
            return new Problem(RequestErrors.NotFound);
        if (!plan.IsActive || (request.AutoRenew && !plan.AutoRenewable))
            return new Problem(PaymentErrors.PlanNotRenewable);
        await connection.ExecuteAsync(
            "update plans set auto_renew = @AutoRenew where plan_id = @planId and status = 'active'", new { request.AutoRenew, planId });
        return TypedResults.NoContent();
    }
}
