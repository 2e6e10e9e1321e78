using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Payments.Receipts;

/// <summary>A player's receipts and credit notes, newest first.</summary>
internal static class ListMyReceipts
{
    /// <param name="cursor">The <c>nextCursor</c> of the page before.</param>
    public static async Task<ReceiptPage> Handle(Caller caller, Guid? cursor, Database<PaymentsModule> database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await ReceiptRows.OfPlayer(connection, caller.UserId, cursor);
    }
}
