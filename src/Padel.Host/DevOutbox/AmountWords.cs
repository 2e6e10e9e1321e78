using System.Globalization;
using Padel.Kernel;

namespace Padel.Host.DevOutbox;

/// <summary>Rs 4,500; other currencies by their code.</summary>
internal static class AmountWords
{
    public static string Of(long minor, string currencyCode)
    {
        var currency = Currency.Of(currencyCode);
        var major = minor / (decimal)currency.MajorUnit;
        var number = major.ToString(major == Math.Truncate(major) ? "N0" : "N2", CultureInfo.InvariantCulture);
        return currency == Currency.Pkr ? $"Rs {number}" : $"{currency.Code} {number}";
    }
}
