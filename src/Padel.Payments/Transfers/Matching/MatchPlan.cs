using Padel.Kernel;
using Padel.Payments.Paying;

namespace Padel.Payments.Transfers.Matching;

/// <summary>How what came compares with what was asked for.</summary>
internal static class MatchOutcome
{
    public const string Exact = "exact";
    public const string Under = "under";
    public const string Over = "over";

    /// <summary>The time for it was over: whether the booking still wants it, Booking decides.</summary>
    public const string Late = "late";

    /// <summary>This transfer was matched before; the same money came a second time.</summary>
    public const string Duplicate = "duplicate";

    /// <summary>It was matched by hand before the statement came: the line only proves it.</summary>
    public const string Proven = "proven";
}

/// <summary>What becomes of money that came by transfer: what came is what counts. Pure.</summary>
/// <param name="ToPayment">Pays the payment it was sent for.</param>
/// <param name="ToAnother">Becomes a payment of its own: for the same booking, or for the player's wallet.</param>
internal sealed record MatchPlan(string Outcome, Money ToPayment, Money ToAnother)
{
    /// <param name="isProof">A line of the statement that nothing was matched with, of the amount somebody matched by hand.</param>
    public static MatchPlan Of(Payment payment, Money came, bool isProof, DateTimeOffset now)
    {
        var nothing = Money.Zero(came.Currency);
        if (payment.IsPaid)
            return isProof ? new MatchPlan(MatchOutcome.Proven, nothing, nothing) : new MatchPlan(MatchOutcome.Duplicate, nothing, came);
        var compared = came == payment.Amount ? MatchOutcome.Exact : came.AmountMinor < payment.AmountMinor ? MatchOutcome.Under : MatchOutcome.Over;
        // A package cannot be bought in part, nor for more: what does not fit waits in the wallet.
        if (payment.Purpose == "plan")
            return compared == MatchOutcome.Under
                ? new MatchPlan(compared, nothing, came)
                : new MatchPlan(compared, payment.Amount, came - payment.Amount);
        // Of a booking's money, Booking says what it has no use for.
        return new MatchPlan(payment.IsLive && !(payment.ExpiresAt <= now) ? compared : MatchOutcome.Late, came, nothing);
    }
}
