using System.Globalization;
using Padel.Kernel;

namespace Padel.Payments.Gateways;

/// <summary>One amount in each gateway's dialect; the only place where money becomes text or is read from it.</summary>
internal static class Amounts
{
    private const int MaxDigits = 15;

    /// <summary><c>350000</c>: integer minor units.</summary>
    public static string Minor(Money amount) => amount.AmountMinor.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>3500.00</c>.</summary>
    public static string TwoDecimals(Money amount) => Major(amount).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary><c>3500.0</c>, with a second decimal only when there is one.</summary>
    public static string OneDecimal(Money amount) => Major(amount).ToString("0.0#", CultureInfo.InvariantCulture);

    public static decimal Major(Money amount) => amount.AmountMinor / (decimal)amount.Currency.MajorUnit;

    public static bool TryReadMinor(string? text, string? currency, out Money amount)
    {
        amount = default;
        if (text is null || text.Length > MaxDigits || !Currency.IsKnown(currency ?? Currency.Pkr.Code)
            || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minor))
            return false;
        amount = new Money(minor, Currency.Of(currency ?? Currency.Pkr.Code));
        return true;
    }

    /// <summary>Rupees with or without decimals. An amount finer than the currency's own is not an amount.</summary>
    public static bool TryReadMajor(string? text, string? currency, out Money amount)
    {
        amount = default;
        if (text is null || text.Length > MaxDigits || !Currency.IsKnown(currency ?? Currency.Pkr.Code)
            || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major))
            return false;
        var known = Currency.Of(currency ?? Currency.Pkr.Code);
        var minor = major * known.MajorUnit;
        if (minor != decimal.Truncate(minor))
            return false;
        amount = new Money((long)minor, known);
        return true;
    }
}
