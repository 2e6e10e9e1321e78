using Padel.Platform.Http;
using Padel.Platform.Messaging;

namespace Padel.Booking.Bookings;

/// <summary>Everything that is written when a court is booked.</summary>
/// <param name="Others">Names of the others on court.</param>
/// <param name="Key">Null when the caller sent none (staff may).</param>
internal sealed record NewBooking(
    Booking Booking, NewClaim Claim, OutgoingEvent Fact, string[] Others, StoredAnswer Answer, IdempotencyKey? Key);
