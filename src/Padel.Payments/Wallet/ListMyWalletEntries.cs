using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Wallet;

/// <summary>What came into a player's wallet at a club and what went out of it.</summary>
internal static class ListMyWalletEntries
{
    public static async Task<Ok<WalletPage>> Handle(
        Guid clubId, Caller caller, Database<PaymentsModule> database, CancellationToken cancellation, Guid? cursor = null)
    {
        await using var connection = await database.Open(cancellation);
        return TypedResults.Ok(await WalletHistory.Read(connection, clubId, caller.UserId, cursor));
    }
}
