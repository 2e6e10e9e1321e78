using Padel.Kernel;

namespace Padel.Payments.Charges;

/// <summary>What a booking costs, what was paid for it, and what is owed. Pure.</summary>
/// <param name="Paid">Paid for it and neither refunded, reversed nor moved on.</param>
/// <param name="Due">Owed in all: the rest of the price, or of the fee once it was cancelled or nobody came.</param>
/// <param name="PayNow">What a payment started now collects: a held booking's deposit or price, otherwise all that is due.</param>
internal sealed record ChargeMoney(Money Price, Money Paid, Money Due, Money PayNow)
{
    public static ChargeMoney Of(Charge charge, Money paid, DateTimeOffset now)
    {
        var nothing = Money.Zero(charge.Price.Currency);
        var due = HasLapsed(charge, now) ? nothing : Money.Max(nothing, Owed(charge) - paid);
        var payNow = charge.Status == "held" ? Money.Min(due, Money.Max(nothing, charge.PayNow - paid)) : due;
        return new ChargeMoney(charge.Price, paid, due, payNow);
    }

    /// <summary>The hold is over, whether or not anybody has written it down yet.</summary>
    public static bool HasLapsed(Charge charge, DateTimeOffset now) =>
        charge.Status == "expired" || (charge.Status == "held" && charge.HoldExpiresAt <= now);

    private static Money Owed(Charge charge) => charge.Status switch
    {
        // What was over before the club came here was settled there.
        _ when charge.IsOver && charge.Origin == "import" => Money.Zero(charge.Price.Currency),
        "held" or "confirmed" or "completed" => charge.Price,
        "cancelled" or "no_show" => charge.Fee,
        _ => Money.Zero(charge.Price.Currency),
    };
}
