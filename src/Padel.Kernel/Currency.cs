using System.Text.Json.Serialization;

namespace Padel.Kernel;

/// <summary>
/// An ISO 4217 currency. <see cref="MinorDigits"/> says how many minor digits an amount carries (PKR 2: 900000 is Rs 9,000);
/// <see cref="CashUnitMinor"/> is the smallest amount people pay with (one rupee for PKR), in minor units.
/// In JSON it is its code.
/// </summary>
[JsonConverter(typeof(CurrencyJson))]
public readonly record struct Currency
{
    public static readonly Currency Pkr = new("PKR", 2, 100);

    private static readonly Dictionary<string, Currency> Known = new(StringComparer.Ordinal)
    {
        ["PKR"] = Pkr,
        ["AED"] = new("AED", 2, 25),
        ["USD"] = new("USD", 2, 1),
        ["EUR"] = new("EUR", 2, 1),
        ["GBP"] = new("GBP", 2, 1),
    };

    private Currency(string code, int minorDigits, long cashUnitMinor) => (Code, MinorDigits, CashUnitMinor) = (code, minorDigits, cashUnitMinor);

    public string Code { get; }

    public int MinorDigits { get; }

    public long CashUnitMinor { get; }

    /// <exception cref="ArgumentException">The code is none this product knows.</exception>
    public static Currency Of(string code) =>
        Known.TryGetValue(code, out var currency) ? currency : throw new ArgumentException($"Unknown currency '{code}'.", nameof(code));

    public static bool IsKnown(string code) => Known.ContainsKey(code);

    /// <summary>One whole unit (a rupee) in minor units.</summary>
    public long MajorUnit => (long)Math.Pow(10, MinorDigits);

    public override string ToString() => Code;
}
