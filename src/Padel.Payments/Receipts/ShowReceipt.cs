using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>One receipt or credit note, for its player and the staff of its club.</summary>
internal static class ShowReceipt
{
    public static async Task<Results<Ok<ReceiptResponse>, Problem>> Handle(
        Guid receiptId, Caller caller, ReceiptAccess access, HttpContext http, CancellationToken cancellation)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await access.Find(receiptId, caller, cancellation) is { } receipt
            ? TypedResults.Ok(ReceiptResponse.Of(receipt, access.VerificationUrl(http, receipt)))
            : new Problem(RequestErrors.NotFound);
    }
}
