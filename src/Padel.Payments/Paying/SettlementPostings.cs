using Padel.Kernel;
using Padel.Payments.Ledger;

namespace Padel.Payments.Paying;

/// <summary>What paying and taking back mean in the ledger. Pure.</summary>
internal static class SettlementPostings
{
    public static string PaidKey(Guid paymentId) => $"payment:{paymentId}:paid";

    /// <summary>Where the money came from. Plans say it themselves.</summary>
    public static string Source(Payment payment)
    {
        var accounts = new Accounts(payment.ClubId);
        return payment switch
        {
            { Gateway: { } gateway } => accounts.Gateway(gateway),
            { Method: "bank_transfer" } => accounts.Bank,
            { Method: "cash" } => accounts.Cash,
            { Method: "terminal" } => accounts.Terminal,
            { Method: "wallet", PlayerId: { } playerId } => accounts.Wallet(playerId),
            _ => throw new InvalidOperationException($"Nobody knows where the money of {payment.Reference} ({payment.Method}) comes from."),
        };
    }

    /// <summary>What it is for: a booking, a wallet or a plan.</summary>
    public static string Target(Payment payment)
    {
        var accounts = new Accounts(payment.ClubId);
        return payment switch
        {
            { BookingId: { } bookingId } => accounts.Booking(bookingId),
            { Purpose: "plan", PlanId: { } planId } => accounts.Plan(planId),
            { Purpose: "top_up", PlayerId: { } playerId } => accounts.Wallet(playerId),
            _ => throw new InvalidOperationException($"Nobody knows what {payment.Reference} is for."),
        };
    }

    public static Posting Paid(Payment payment, IReadOnlyList<Entry> debits) => new(
        payment.ClubId, "payment", $"Payment {payment.Reference} by {payment.Method}", payment.Actor, payment.BookingId is null ? "payment" : "booking",
        payment.BookingId ?? payment.PaymentId, PaidKey(payment.PaymentId), [.. debits, Entry.Credit(Target(payment), payment.Amount)]);

    /// <param name="holder">The guarded account that still has some of it; what it cannot give is lost.</param>
    /// <param name="given">What it gives.</param>
    public static Posting TakenBack(Payment payment, Money taken, string holder, Money given, string reason) => new(
        payment.ClubId, "reversal", reason, "system", payment.BookingId is null ? "payment" : "booking", payment.BookingId ?? payment.PaymentId,
        $"payment:{payment.PaymentId}:reversed",
        Entry.Credit(Source(payment), taken), Entry.Debit(holder, given), Entry.Debit(new Accounts(payment.ClubId).Chargebacks, taken - given));
}
