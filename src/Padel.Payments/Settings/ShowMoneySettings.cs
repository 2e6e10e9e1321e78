using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Settings;

/// <summary>A manager looks at how the club takes money.</summary>
internal static class ShowMoneySettings
{
    public static async Task<Results<Ok<MoneySettings>, Problem>> Handle(StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await ClubMoneyRows.Find(connection, staff.ClubId) is { } club
            ? TypedResults.Ok(MoneySettings.Of(club, await GatewayRoutes.Of(connection, club)))
            : new Problem(RequestErrors.NotFound);
    }
}
