using Padel.Kernel;
using Padel.Payments.Paying;

namespace Padel.Payments.Desk;

/// <summary>A payment as staff see it.</summary>
/// <param name="Back">Of the amount: asked back, taken back by the gateway, or moved on to the wallet.</param>
/// <param name="Actor"><c>player:&lt;id&gt;</c>, <c>staff:&lt;id&gt;</c> or <c>system</c>.</param>
internal sealed record StaffPaymentBody(
    Guid PaymentId, string Purpose, Guid? BookingId, Guid? PlayerId, string Method, string? Gateway, string Reference, Money Amount, Money Back,
    string Status, string? SettledAs, string? GatewayReference, PaymentFailureBody? Failure, string Actor, string? Note, DateTimeOffset CreatedAt,
    DateTimeOffset? PaidAt)
{
    public static StaffPaymentBody Of(Payment payment) => new(
        payment.PaymentId, payment.Purpose, payment.BookingId, payment.PlayerId, payment.Method, payment.Gateway, payment.Reference, payment.Amount,
        payment.IsPaid ? payment.Amount - payment.Kept : Money.Zero(payment.Amount.Currency), payment.Status, payment.SettledAs,
        payment.GatewayReference, payment.FailureCode is { } code ? new PaymentFailureBody(code, payment.FailureText ?? "", payment.CanRetry) : null,
        payment.Actor, payment.Note, payment.CreatedAt, payment.PaidAt);
}

internal sealed record StaffPaymentList(IReadOnlyList<StaffPaymentBody> Items, Guid? NextCursor);
