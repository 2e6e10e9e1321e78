using Padel.Kernel;

namespace Padel.Payments.Receipts;

/// <summary>A receipt or credit note with all that it says.</summary>
/// <param name="Kind"><c>receipt</c> or <c>credit_note</c>.</param>
/// <param name="Date">In the club's time.</param>
/// <param name="Credits">Of a credit note: the number of the receipt it takes back.</param>
/// <param name="Credited">Of a receipt: how much of it credit notes have taken back.</param>
/// <param name="VerificationUrl">Whoever has it may see that the receipt is genuine.</param>
internal sealed record ReceiptResponse(
    Guid ReceiptId, string Kind, string Number, DateTimeOffset IssuedAt, DateOnly Date, Guid ClubId, string ClubName, ReceiptSeller Seller,
    ReceiptCustomer Customer, IReadOnlyList<ReceiptResponseLine> Lines, string PaidWith, string PaymentReference, Money Total, Money Credited,
    ReceiptResponseTax? Tax, string? BookingReference, string? Credits, string? Note, Guid PaymentId, Guid? RefundId, Guid? BookingId,
    string VerificationCode, string VerificationUrl)
{
    public static ReceiptResponse Of(IssuedReceipt receipt, string verificationUrl)
    {
        var (document, currency) = (receipt.Read(), Currency.Of(receipt.Currency));
        return new ReceiptResponse(
            receipt.ReceiptId, receipt.Kind, receipt.Label, receipt.IssuedAt, document.Date, receipt.ClubId, receipt.ClubName, document.Seller,
            document.Customer, [.. document.Lines.Select(line => new ReceiptResponseLine(line.Text, line.Detail, new Money(line.AmountMinor, currency)))],
            document.PaidWith, document.PaymentReference, new Money(receipt.TotalMinor, currency), new Money(receipt.CreditedMinor, currency),
            document.Tax is { } tax ? new ReceiptResponseTax(tax.Label, tax.BasisPoints / 100m, new Money(tax.AmountMinor, currency)) : null,
            document.BookingReference, document.Credits, document.Note, receipt.PaymentId, receipt.RefundId, receipt.BookingId, receipt.Code,
            verificationUrl);
    }
}

internal sealed record ReceiptResponseLine(string Text, string? Detail, Money Amount);

/// <param name="Amount">Contained in the total.</param>
internal sealed record ReceiptResponseTax(string Label, decimal Percent, Money Amount);
