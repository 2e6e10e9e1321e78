using Padel.Kernel;

namespace Padel.Booking.Pricing;

/// <summary>A price and what made it, frozen with the booking.</summary>
/// <param name="IsPeak">A part of it was won by a rule dearer than the club's base price.</param>
internal sealed record PriceQuote(Money Total, IReadOnlyList<PriceSegment> Segments, bool IsPeak);

/// <param name="StartMinute">Minutes from midnight of the business day.</param>
/// <param name="Amount">For this segment: the rule's price, or its share for a last piece shorter than half an hour.</param>
internal sealed record PriceSegment(int StartMinute, Guid RuleId, string RuleName, Money Amount);
