using Padel.Booking.Standing;
using Padel.Kernel;

namespace Padel.Booking.Bookings;

/// <summary>What is known at the moment of deciding. The count is taken under the lock of the standing; the claims may lose a race.</summary>
/// <param name="ActiveBookings">Held and confirmed ones of this player at this club that are not over.</param>
/// <param name="Taken">Live claims on the court that business day, with their buffers.</param>
internal sealed record BookingFacts(Customer Player, PlayerStanding Standing, int ActiveBookings, IReadOnlyList<TimeSlot> Taken);

/// <summary>Whom a booking is for: a player the club knows, or a guest by name.</summary>
internal sealed record Customer(Guid? PlayerId, string Name, string? Phone, string? Email, bool ContactVerified);
