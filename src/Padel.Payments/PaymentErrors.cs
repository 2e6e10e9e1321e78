using Padel.Kernel;

namespace Padel.Payments;

/// <summary>What payments refuses, and the sentence a person reads. Codes are listed in docs/errors.md and never change their meaning.</summary>
internal static class PaymentErrors
{
    public static readonly Error InsufficientFunds = new("payments.insufficient_funds", 422, "There is not enough credit for this.");
    public static readonly Error NothingDue = new("payments.nothing_due", 422, "There is nothing to pay here now.");
    public static readonly Error HoldOver = new("payments.hold_over", 422, "The time to pay for this booking is over. Book again.");
    public static readonly Error MethodOff = new("payments.method_off", 422, "The club does not take this way of paying at the moment.");
    public static readonly Error UnknownProduct = new("payments.unknown_product", 404, "The club does not sell this.");
    public static readonly Error NoPlan = new("payments.no_plan", 422, "None of your plans covers this game.");
}
