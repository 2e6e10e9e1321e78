using Padel.Kernel;

namespace Padel.Payments.Paying;

/// <param name="PayNow">What a payment started now collects.</param>
/// <param name="Plans">Those that cover the game.</param>
/// <param name="Payment">The newest attempt.</param>
internal sealed record CheckoutBody(
    Guid BookingId, Guid ClubId, string ClubName, string Status, Money Price, Money Paid, Money Due, Money PayNow, DateTimeOffset? HoldExpiresAt,
    IReadOnlyList<CheckoutMethodBody> Methods, Money WalletBalance, IReadOnlyList<CheckoutPlanBody> Plans, PaymentBody? Payment);

/// <param name="Reason">Why it is not offered: <c>insufficient_funds</c>, <c>no_plan</c> or <c>off</c>.</param>
/// <param name="Needs">What the player types: <c>phone</c>, <c>cnicLast6</c>.</param>
internal sealed record CheckoutMethodBody(string Method, string? Gateway, bool Offered, string? Reason, IReadOnlyList<string> Needs);

internal sealed record CheckoutPlanBody(Guid PlanId, string Name, int? MinutesLeft, DateTimeOffset ValidUntil);
