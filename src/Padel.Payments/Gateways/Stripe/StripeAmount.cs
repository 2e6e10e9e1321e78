using System.Collections.Frozen;
using Padel.Kernel;

namespace Padel.Payments.Gateways.Stripe;

/// <summary>Amounts in the smallest unit as Stripe counts it, which is not ISO's for every currency.</summary>
internal static class StripeAmount
{
    private static readonly FrozenSet<string> WithoutDecimals = new[]
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> WithThreeDecimals = new[] { "BHD", "JOD", "KWD", "OMR", "TND" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static long Of(Money money) => Of(Amounts.Major(money), money.Currency.Code);

    /// <exception cref="ArgumentException">The amount is finer than the currency's smallest unit.</exception>
    public static long Of(decimal amount, string currency)
    {
        var units = amount * UnitsOf(currency);
        return units == decimal.Truncate(units) ? (long)units : throw new ArgumentException($"{amount} {currency} has too many decimals.", nameof(amount));
    }

    /// <summary>Null for a currency that this product does not know.</summary>
    public static Money? Read(long units, string? currency)
    {
        var code = currency?.ToUpperInvariant();
        if (code is null || !Currency.IsKnown(code))
            return null;
        var known = Currency.Of(code);
        return new Money((long)(units / (decimal)UnitsOf(code) * known.MajorUnit), known);
    }

    private static int UnitsOf(string currency) => WithoutDecimals.Contains(currency) ? 1 : WithThreeDecimals.Contains(currency) ? 1000 : 100;
}
