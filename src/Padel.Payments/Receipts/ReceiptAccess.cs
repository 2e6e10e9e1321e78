using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Padel.Platform.Auth;
using Padel.Platform.Data;
using Padel.Platform.Web;

namespace Padel.Payments.Receipts;

/// <summary>Who may see a receipt: its player and the staff of its club. Others learn not even that it exists.</summary>
internal sealed class ReceiptAccess(Database<PaymentsModule> database, StaffAccess staff, IOptions<WebOptions> web)
{
    public async Task<IssuedReceipt?> Find(Guid receiptId, Caller caller, CancellationToken cancellation)
    {
        var receipt = await Read(receiptId, cancellation);
        if (receipt is null || receipt.PlayerId == caller.UserId)
            return receipt;
        return await staff.Find(caller, receipt.ClubId, cancellation) is null ? null : receipt;
    }

    public string VerificationUrl(HttpContext http, IssuedReceipt receipt) => VerificationAddress.Of(http, web.Value, receipt.Code);

    private async Task<IssuedReceipt?> Read(Guid receiptId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await ReceiptRows.Find(connection, receiptId);
    }
}
