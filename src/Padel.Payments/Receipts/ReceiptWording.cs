using System.Globalization;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Paying;
using Padel.Payments.Plans;

namespace Padel.Payments.Receipts;

/// <summary>The words of a receipt. Dates and times are the club's.</summary>
internal static class ReceiptWording
{
    public const string Prepaid = "Credit paid in advance. Tax is contained in the receipts of what it pays for.";

    public static string Method(Payment payment, Plan? plan) => payment.Method switch
    {
        "plan" when plan is not null => $"Plan: {plan.Name}",
        "card" => "Card",
        "jazzcash" => "JazzCash",
        "easypaisa" => "EasyPaisa",
        "bank_transfer" => "Bank transfer",
        "wallet" => "Club credit",
        "plan" => "Plan",
        "cash" => "Cash at the club",
        "terminal" => "Card at the club",
        _ => payment.Method,
    };

    /// <summary>Sat 5 Dec 2026, 18:00 to 19:30. After midnight it is still the day the club opened, with the night named.</summary>
    public static string When(Charge charge, ClubZone zone)
    {
        var night = zone.DateOf(charge.StartsAt) > charge.BusinessDay ? " (after midnight)" : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{charge.BusinessDay:ddd d MMM yyyy}, {zone.Local(charge.StartsAt):HH:mm} to {zone.Local(charge.EndsAt):HH:mm}{night}");
    }

    /// <summary>10 hours, until 31 Jan 2027; for a membership: 1 Dec 2026 until 31 Dec 2026. The last day is still good.</summary>
    public static string Term(Plan plan, ClubZone zone)
    {
        var last = zone.DateOf(plan.ValidUntil);
        return plan.Minutes is { } minutes
            ? string.Create(CultureInfo.InvariantCulture, $"{minutes / 60m:0.##} hours of play, until {last:d MMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"{zone.DateOf(plan.PeriodStartsAt):d MMM yyyy} until {last:d MMM yyyy}");
    }

    /// <summary>Rs 9,000; with its paisa only when there are some.</summary>
    public static string Amount(Money money)
    {
        var (whole, rest) = Math.DivRem(Math.Abs(money.AmountMinor), money.Currency.MajorUnit);
        var name = money.Currency == Currency.Pkr ? "Rs" : money.Currency.Code;
        var part = rest == 0 ? "" : "." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(money.Currency.MinorDigits, '0');
        return string.Create(CultureInfo.InvariantCulture, $"{(money.AmountMinor < 0 ? "−" : "")}{name}\u00a0{whole:#,0}{part}");
    }

    /// <summary>1600 is 16 %, 1650 is 16.5 %.</summary>
    public static string Percent(int basisPoints) =>
        string.Create(CultureInfo.InvariantCulture, $"{basisPoints / 100m:0.##}\u00a0%");
}
