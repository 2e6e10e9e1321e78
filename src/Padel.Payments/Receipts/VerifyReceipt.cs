using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Padel.Kernel;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Receipts;

/// <summary>What anybody may know of a receipt they hold: that it is genuine, and what it must say. Nothing about the person.</summary>
/// <param name="Kind"><c>receipt</c> or <c>credit_note</c>.</param>
/// <param name="Credited">Of a receipt: how much of it credit notes have taken back; zero when there is none.</param>
/// <param name="Credits">Of a credit note: the number of the receipt it takes back.</param>
internal sealed record ReceiptVerification(
    bool Valid, string Kind, string Number, DateOnly Date, Money Total, Money Credited, bool HasCreditNote, string Club, string? Credits);

/// <summary>Somebody holds a receipt and asks whether the club issued it.</summary>
internal static class VerifyReceipt
{
    public static async Task<Results<Ok<ReceiptVerification>, Problem>> Handle(
        string code, Database<PaymentsModule> database, HttpResponse response, CancellationToken cancellation)
    {
        response.Headers.CacheControl = "no-store";
        if (VerificationCode.Read(code) is not { } read)
            return new Problem(RequestErrors.NotFound);
        await using var connection = await database.Open(cancellation);
        return await ReceiptRows.FindByCode(connection, read) is { } receipt ? TypedResults.Ok(Answer(receipt)) : new Problem(RequestErrors.NotFound);
    }

    private static ReceiptVerification Answer(IssuedReceipt receipt)
    {
        var (document, currency) = (receipt.Read(), Currency.Of(receipt.Currency));
        return new ReceiptVerification(
            Valid: true, receipt.Kind, receipt.Label, document.Date, new Money(receipt.TotalMinor, currency),
            new Money(receipt.CreditedMinor, currency), receipt.CreditedMinor > 0, document.Seller.LegalName ?? document.Seller.Name, document.Credits);
    }
}
