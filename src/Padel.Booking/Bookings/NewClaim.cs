using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>A claim on a court, about to be made for a booking or a block.</summary>
internal sealed record NewClaim(Guid ClubId, Guid CourtId, DateOnly BusinessDay, TimeSlot During, string Kind, Guid OwnerId, DateTimeOffset? ExpiresAt)
{
    public Guid OccupancyId { get; } = Guid.CreateVersion7();

    public static NewClaim Of(Booking booking, Place place) => new(
        booking.ClubId, booking.CourtId, booking.BusinessDay, place.Claim,
        booking.Status == BookingStatus.Held ? "hold" : "booking", booking.BookingId, booking.HoldExpiresAt);
}
