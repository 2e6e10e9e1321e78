using Padel.Kernel;

namespace Padel.Payments.Refunds;

/// <param name="Destination"><c>source</c>, <c>wallet</c>, <c>plan</c> or <c>cash</c>.</param>
/// <param name="Kind"><c>cancellation</c>, <c>price_difference</c>, <c>goodwill</c>, <c>correction</c> or <c>not_needed</c>.</param>
/// <param name="RequestedBy"><c>staff:&lt;id&gt;</c> or <c>system</c>.</param>
/// <param name="NextAttemptAt">When its gateway is asked next.</param>
internal sealed record RefundBody(
    Guid RefundId, Guid PaymentId, Guid? BookingId, Guid? PlayerId, string? Method, string? Gateway, Money Amount, string Destination, string Status,
    string Kind, string Reason, string Reference, RefundFailureBody? Failure, int Attempts, DateTimeOffset? NextAttemptAt, string RequestedBy,
    string? ApprovedBy, DateTimeOffset CreatedAt, DateTimeOffset? DoneAt)
{
    /// <param name="method">How the payment was made whose money goes back.</param>
    public static RefundBody Of(Refund refund, string? method = null, string? gateway = null) => new(
        refund.RefundId, refund.PaymentId, refund.BookingId, refund.PlayerId, method, gateway, refund.Amount, refund.Destination, refund.Status,
        refund.Kind, refund.Reason, refund.Reference, refund.FailureCode is { } code ? new RefundFailureBody(code, refund.FailureText ?? "") : null,
        refund.Attempts, refund.NextAttemptAt, refund.RequestedBy, refund.ApprovedBy, refund.CreatedAt, refund.DoneAt);
}

internal sealed record RefundFailureBody(string Code, string Text);

internal sealed record RefundList(IReadOnlyList<RefundBody> Items, Guid? NextCursor = null);
