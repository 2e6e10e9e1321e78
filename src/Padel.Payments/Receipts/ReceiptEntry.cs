using Padel.Kernel;

namespace Padel.Payments.Receipts;

/// <param name="NextCursor">Absent on the last page.</param>
internal sealed record ReceiptPage(IReadOnlyList<ReceiptEntry> Items, Guid? NextCursor);

/// <summary>A receipt or credit note in a list.</summary>
/// <param name="Kind"><c>receipt</c> or <c>credit_note</c>.</param>
/// <param name="Number">As printed, for example <c>MPC-2026-000123</c>.</param>
/// <param name="Text">What was paid, in one line.</param>
/// <param name="Credited">Of a receipt: how much of it credit notes have taken back.</param>
internal sealed record ReceiptEntry(
    Guid ReceiptId, string Kind, string Number, DateTimeOffset IssuedAt, Money Total, Money Credited, Guid ClubId, string ClubName,
    string CustomerName, string Text, string PaidWith, Guid PaymentId, Guid? RefundId, Guid? BookingId)
{
    public static ReceiptEntry Of(IssuedReceipt receipt)
    {
        var (document, currency) = (receipt.Read(), Currency.Of(receipt.Currency));
        return new ReceiptEntry(
            receipt.ReceiptId, receipt.Kind, receipt.Label, receipt.IssuedAt, new Money(receipt.TotalMinor, currency),
            new Money(receipt.CreditedMinor, currency), receipt.ClubId, receipt.ClubName, document.Customer.Name,
            string.Join(", ", document.Lines.Select(line => line.Detail is null ? line.Text : $"{line.Text}, {line.Detail}")), document.PaidWith,
            receipt.PaymentId, receipt.RefundId, receipt.BookingId);
    }
}
