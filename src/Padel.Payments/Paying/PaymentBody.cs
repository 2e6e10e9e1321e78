using Padel.Kernel;
using Padel.Payments.Transfers;

namespace Padel.Payments.Paying;

/// <param name="Action">What the player does next; absent when there is nothing to do.</param>
internal sealed record PaymentBody(
    Guid PaymentId, Guid ClubId, string Purpose, Guid? BookingId, string Method, string? Gateway, Money Amount, string Status, string? SettledAs,
    string Reference, PaymentActionBody? Action, PaymentFailureBody? Failure, Guid? ReceiptId, DateTimeOffset? ExpiresAt, DateTimeOffset CreatedAt)
{
    private const string NotPaid = "The payment did not go through. No money was taken by this club.";

    public static PaymentBody Of(Payment payment, PaymentActionBody? action = null, Guid? receiptId = null) => new(
        payment.PaymentId, payment.ClubId, payment.Purpose, payment.BookingId, payment.Method, payment.Gateway, payment.Amount, payment.Status,
        payment.SettledAs, payment.Reference, payment.IsLive ? action : null, FailureOf(payment), receiptId,
        payment.IsLive ? payment.ExpiresAt : null, payment.CreatedAt);

    private static PaymentFailureBody? FailureOf(Payment payment) =>
        payment.Status is PaymentStatus.Failed or PaymentStatus.Expired
            ? new PaymentFailureBody(payment.FailureCode ?? payment.Status, payment.FailureText ?? NotPaid, payment.CanRetry)
            : null;
}

/// <param name="CanRetry">The same way again may work.</param>
internal sealed record PaymentFailureBody(string Code, string Text, bool CanRetry);

/// <param name="Kind"><c>form</c>: post the fields to the address; <c>redirect</c>: go there; <c>approve_on_phone</c>; <c>transfer</c>.</param>
internal sealed record PaymentActionBody(string Kind)
{
    public const string Form = "form";
    public const string Redirect = "redirect";
    public const string ApproveOnPhone = "approve_on_phone";
    public const string TransferKind = "transfer";

    public Uri? Url { get; init; }

    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    public DateTimeOffset? Until { get; init; }

    public TransferDetails? Transfer { get; init; }
}
