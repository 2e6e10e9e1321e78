using Padel.Booking.Availability;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>The club's rules for a new booking, in the order in which a person is told of them.</summary>
internal static class BookingRules
{
    public static IEnumerable<Error> Broken(BookingWish wish, BookingFacts facts, DateTimeOffset now) =>
        wish.Place.BrokenRules()
            .Concat(BrokenByTime(wish.Place, now))
            .Concat(BrokenByPayment(wish))
            .Concat(BrokenByPlayer(wish.Place, facts, now))
            .Concat(BrokenByOthers(wish.Place, facts.Taken, now));

    /// <summary>The booking window: from this moment to the last day that is open.</summary>
    public static IEnumerable<Error> BrokenByTime(Place place, DateTimeOffset now)
    {
        if (place.Slot.Start < now)
            yield return BookingErrors.InThePast;
        else if (!BookingWindow.Of(place.Club, now).Contains(place.BusinessDay))
            yield return BookingErrors.TooFarAhead.With("opensAt", BookingWindow.OpensAt(place.Club, place.BusinessDay));
    }

    /// <summary>What is there already: the time itself, which no one can override, and the gap left beside it.</summary>
    public static IEnumerable<Error> BrokenByOthers(Place place, IReadOnlyList<TimeSlot> taken, DateTimeOffset now)
    {
        if (taken.Any(place.Claim.Overlaps))
            yield return BookingErrors.SlotTaken;
        else if (place.LeavesGap(taken, now))
            yield return BookingErrors.LeavesGap;
    }

    private static IEnumerable<Error> BrokenByPayment(BookingWish wish)
    {
        if (!wish.Place.Club.Payments.Methods.Contains(wish.PayWith))
            yield return BookingErrors.PaymentMethodOff;
    }

    private static IEnumerable<Error> BrokenByPlayer(Place place, BookingFacts facts, DateTimeOffset now)
    {
        if (facts.Standing.Refusal(now) is { } refusal)
            yield return refusal;
        if (facts.ActiveBookings >= place.Club.Limits.ActiveBookings)
            yield return BookingErrors.LimitReached;
    }
}
