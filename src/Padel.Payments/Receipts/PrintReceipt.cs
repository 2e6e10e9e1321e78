using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Platform.Auth;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>A receipt or credit note as a file to keep or print.</summary>
internal static class PrintReceipt
{
    public static async Task<Results<FileContentHttpResult, Problem>> Handle(
        Guid receiptId, Caller caller, ReceiptAccess access, HttpContext http, CancellationToken cancellation)
    {
        if (await access.Find(receiptId, caller, cancellation) is not { } receipt)
            return new Problem(RequestErrors.NotFound);
        http.Response.Headers.CacheControl = "no-store";
        var pdf = ReceiptPrint.Pdf(receipt.Read(), receipt.Code, access.VerificationUrl(http, receipt));
        return TypedResults.File(pdf, MediaTypeNames.Application.Pdf, $"{receipt.Label}.pdf");
    }
}
