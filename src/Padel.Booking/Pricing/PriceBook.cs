using System.Collections.Frozen;
using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Pricing;

/// <summary>A club's price rules, and the one way to a price: the sum over half hours of the winning rule, rounded once at the end.</summary>
internal sealed class PriceBook
{
    public const int SegmentMinutes = 30;

    /// <summary>The price class of everybody without another one.</summary>
    public const string StandardClass = "standard";

    /// <summary>No rule covers a part of the time: it has no price, which is not a price of zero.</summary>
    public static readonly Error NotForSale = new("booking.not_for_sale", 422, "This time is not for sale on this court.");

    private readonly PriceRule[] _inOrder;
    private readonly FrozenSet<string> _classes;

    public PriceBook(IEnumerable<PriceRule> rules)
    {
        _inOrder = [.. rules
            .OrderByDescending(rule => rule.Specificity)
            .ThenByDescending(rule => rule.Priority)
            .ThenByDescending(rule => rule.CreatedAt)
            .ThenByDescending(rule => rule.PriceRuleId)];
        _classes = _inOrder.Select(rule => rule.PriceClass).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        BaseRule = Array.Find(_inOrder, rule => rule.IsBase);
    }

    /// <summary>Most specific first.</summary>
    public IReadOnlyList<PriceRule> Rules => _inOrder;

    public PriceRule? BaseRule { get; }

    /// <summary>Whether any rule is made for this class; otherwise it pays what everybody pays.</summary>
    public bool Names(string priceClass) => _classes.Contains(priceClass);

    public bool HasClasses => _classes.Count > 0;

    public Result<PriceQuote> Quote(Court court, DateOnly businessDay, int startMinute, int durationMinutes, string? priceClass = null)
    {
        if (durationMinutes <= 0)
            return NotForSale;

        var segments = new List<PriceSegment>((durationMinutes + SegmentMinutes - 1) / SegmentMinutes);
        var peak = false;
        for (var offset = 0; offset < durationMinutes; offset += SegmentMinutes)
        {
            var minute = startMinute + offset;
            if (Winner(court, businessDay, minute, priceClass ?? StandardClass) is not { } rule)
                return NotForSale;
            var amount = Share(rule.Amount, Math.Min(SegmentMinutes, durationMinutes - offset));
            segments.Add(new PriceSegment(minute, rule.PriceRuleId, rule.Name, amount));
            peak |= BaseRule is { } normal && rule.Amount.AmountMinor > normal.Amount.AmountMinor;
        }

        return new PriceQuote(Sum(segments), segments, peak);
    }

    private PriceRule? Winner(Court court, DateOnly businessDay, int minute, string priceClass) =>
        Array.Find(_inOrder, rule => rule.Holds(court, businessDay, minute, priceClass));

    // Only the last piece can be shorter than half an hour, so this is the one rounding.
    private static Money Share(Money perHalfHour, int minutes)
    {
        if (minutes == SegmentMinutes)
            return perHalfHour;
        var unit = perHalfHour.Currency.CashUnitMinor;
        var exact = perHalfHour.AmountMinor * minutes;
        var units = ((2 * exact) + (SegmentMinutes * unit)) / (2 * SegmentMinutes * unit);
        return perHalfHour with { AmountMinor = units * unit };
    }

    private static Money Sum(List<PriceSegment> segments) =>
        segments.Select(segment => segment.Amount).Aggregate((left, right) => left + right);
}
