using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Clubs;

/// <summary>How long a court waits for money, and how much of the price is due when booking. All minutes but the percentage.</summary>
/// <param name="HoldMinutes">For payments online.</param>
/// <param name="TransferCutoffMinutes">How long before the start a bank transfer must have come.</param>
/// <param name="DepositPercent">The share due when booking; 0: the whole price.</param>
internal sealed record PaymentPolicy(int HoldMinutes, int TransferHoldMinutes, int TransferCutoffMinutes, int DepositPercent)
{
    public static PaymentPolicy Of(PaymentRules rules) =>
        new(rules.HoldMinutes, rules.TransferHoldMinutes, rules.TransferCutoffMinutes, rules.DepositPercent);

    /// <summary>The limits are those of the columns.</summary>
    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (HoldMinutes is < 1 or > 240)
            problems.Add(("holdMinutes", "1 to 240 minutes."));
        if (TransferHoldMinutes is < 30 or > 10_080)
            problems.Add(("transferHoldMinutes", "30 minutes to 7 days (10,080 minutes)."));
        if (TransferCutoffMinutes is < 0 or > 1_440)
            problems.Add(("transferCutoffMinutes", "0 to 1,440 minutes."));
        if (DepositPercent is < 0 or > 100)
            problems.Add(("depositPercent", "0 to 100."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
