using System.Text.Json.Serialization;

namespace Padel.Kernel;

/// <summary>An amount in integer minor units (paisa) of one currency. Never a floating-point number: money is never lost or made.</summary>
public readonly record struct Money(long AmountMinor, Currency Currency)
{
    public static Money Zero(Currency currency) => new(0, currency);

    /// <summary>Whole units: <c>Money.Major(9000, Pkr)</c> is Rs 9,000.</summary>
    public static Money Major(long amount, Currency currency) => new(checked(amount * currency.MajorUnit), currency);

    [JsonIgnore]
    public bool IsZero => AmountMinor == 0;

    public static Money operator +(Money left, Money right) => new(checked(left.AmountMinor + Same(left, right).AmountMinor), left.Currency);

    public static Money operator -(Money left, Money right) => new(checked(left.AmountMinor - Same(left, right).AmountMinor), left.Currency);

    public static Money Max(Money left, Money right) => left.AmountMinor >= Same(left, right).AmountMinor ? left : right;

    public static Money Min(Money left, Money right) => left.AmountMinor <= Same(left, right).AmountMinor ? left : right;

    /// <summary>A share of the amount in percent, rounded half up to what people can pay in cash (whole rupees).</summary>
    public Money Percent(int percent)
    {
        var unit = Currency.CashUnitMinor;
        var exact = checked(AmountMinor * percent);
        var units = Math.DivRem(exact, 100 * unit, out var rest);
        return new((units + (2 * rest >= 100 * unit ? 1 : 0)) * unit, Currency);
    }

    /// <summary>Splits the amount over weights by largest remainder; the parts always add up to the whole.</summary>
    /// <exception cref="ArgumentException">No weight, a negative one, or all zero.</exception>
    public Money[] Allocate(params int[] weights)
    {
        long total = weights.Sum(weight => (long)weight);
        if (total <= 0 || weights.Any(weight => weight < 0))
            throw new ArgumentException("Weights must be non-negative and not all zero.", nameof(weights));

        var amount = AmountMinor;
        var parts = weights.Select(weight => (long)((Int128)amount * weight / total)).ToArray();
        var left = amount - parts.Sum();
        var byRemainder = Enumerable.Range(0, weights.Length)
            .OrderByDescending(i => Int128.Abs((Int128)amount * weights[i] % total)).ThenBy(i => i);
        foreach (var index in byRemainder.Take((int)Math.Abs(left)))
            parts[index] += Math.Sign(left);

        var currency = Currency;
        return [.. parts.Select(part => new Money(part, currency))];
    }

    public override string ToString() => $"{Currency.Code} {AmountMinor / (decimal)Currency.MajorUnit:0.##}";

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency ? right : throw new InvalidOperationException($"{left.Currency} and {right.Currency} do not mix.");
}
