using Padel.Kernel;

namespace Padel.Payments.Ledger;

/// <summary>Prices contain tax: what part of an amount it is.</summary>
internal static class ContainedTax
{
    private const int Whole = 10_000;

    /// <summary>At 1600 basis points Rs 116 contain Rs 16. Rounded half up to the minor unit.</summary>
    public static Money In(Money amount, int basisPoints)
    {
        Int128 over = Whole + basisPoints;
        var twice = ((Int128)amount.AmountMinor * basisPoints * 2) + over;
        return new Money((long)(twice / (over * 2)), amount.Currency);
    }
}
