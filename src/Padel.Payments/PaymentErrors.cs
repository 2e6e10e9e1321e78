using Padel.Kernel;

namespace Padel.Payments;

/// <summary>What payments refuses, and the sentence a person reads. Codes are listed in docs/errors.md and never change their meaning.</summary>
internal static class PaymentErrors
{
    public static readonly Error InsufficientFunds = new("payments.insufficient_funds", 422, "There is not enough credit for this.");
}
