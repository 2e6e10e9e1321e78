using Padel.Kernel;
using Padel.Payments.Refunds;

namespace Padel.Payments.Desk;

/// <summary>All the money of one booking, as the desk sees it.</summary>
/// <param name="FeeDue">The part of <paramref name="Due"/> that is a fee for cancelling late or not coming.</param>
/// <param name="Refundable">What may still go back.</param>
/// <param name="Entries">Its lines of the ledger, oldest first.</param>
internal sealed record BookingMoneyBody(
    Guid BookingId, string Reference, string Status, Money Price, Money Paid, Money Due, Money FeeDue, Money Refundable,
    IReadOnlyList<StaffPaymentBody> Payments, IReadOnlyList<RefundBody> Refunds, IReadOnlyList<BookingReceiptBody> Receipts,
    IReadOnlyList<LedgerLineBody> Entries);

/// <param name="Kind"><c>receipt</c> or <c>credit_note</c>.</param>
internal sealed record BookingReceiptBody(Guid ReceiptId, string Kind, string Label, Money Total, DateTimeOffset IssuedAt);

/// <param name="Account">Without the club, for example <c>gateway:jazzcash</c>.</param>
/// <param name="Amount">Debit positive, credit negative.</param>
internal sealed record LedgerLineBody(DateTimeOffset At, string Kind, string Reason, string Actor, string Account, Money Amount);
