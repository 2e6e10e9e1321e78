using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Receipts;

/// <summary>What the player's receipts say beside the name.</summary>
internal static class ShowReceiptDetails
{
    public static async Task<ReceiptDetails> Handle(Caller caller, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await ReceiptDetails.Find(connection, caller.UserId);
    }
}
