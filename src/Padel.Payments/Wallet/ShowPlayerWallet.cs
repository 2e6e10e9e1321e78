using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Wallet;

/// <summary>A player's credit, for the desk.</summary>
internal static class ShowPlayerWallet
{
    public static async Task<Results<Ok<PlayerWalletBody>, Problem>> Handle(
        Guid playerId, StaffMember staff, Database<PaymentsModule> database, CancellationToken cancellation, Guid? cursor = null)
    {
        await using var connection = await database.Open(cancellation);
        return await PlayerWallets.Find(connection, staff.ClubId, playerId, cursor) is { } wallet ? TypedResults.Ok(wallet) : new Problem(RequestErrors.NotFound);
    }
}
