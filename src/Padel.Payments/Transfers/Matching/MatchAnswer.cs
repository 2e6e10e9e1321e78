using Padel.Kernel;
using Padel.Payments.Paying;

namespace Padel.Payments.Transfers.Matching;

/// <param name="State"><c>matched</c>, or <c>needs_second_person</c>: somebody else of the staff must say the same.</param>
/// <param name="Outcome"><c>exact</c>, <c>under</c>, <c>over</c>, <c>late</c>, <c>duplicate</c> or <c>proven</c>.</param>
/// <param name="Asked">What the player was asked for.</param>
/// <param name="RestReference">What the player writes on a transfer of what is still missing.</param>
internal sealed record MatchAnswer(
    Guid PaymentId, string State, string? Outcome, Money Amount, Money Asked, string? ProposedBy, Guid? RestPaymentId, string? RestReference)
{
    public static MatchAnswer Of(Payment payment, TransferMatch match, Payment? rest)
    {
        var isDone = match.State == TransferMatching.Done;
        return new MatchAnswer(
            payment.PaymentId, isDone ? "matched" : "needs_second_person", match.Outcome, new Money(match.AmountMinor, payment.Amount.Currency),
            new Money(match.AskedMinor, payment.Amount.Currency), isDone ? null : match.ProposedByName, rest?.PaymentId, rest?.Reference);
    }
}
