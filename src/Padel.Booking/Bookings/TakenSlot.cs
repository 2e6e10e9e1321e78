using Padel.Booking.Availability;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>The answer to somebody who came too late: what is still free, the same time on another court first.</summary>
internal sealed class TakenSlot(Alternatives alternatives, PriceClasses classes)
{
    public async Task<Error> Answer(Place place, Guid? playerId, CancellationToken cancellation)
    {
        var priceClass = await classes.Of(place.Club, playerId, cancellation);
        var free = await alternatives.Find(place.Club, place.Court.CourtId, place.Slot.Start, place.Slot.Minutes, priceClass, cancellation);
        return BookingErrors.SlotTaken.With("alternatives", free);
    }
}
