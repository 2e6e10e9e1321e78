using Padel.Booking.Clubs;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Booking.Bookings;

/// <summary>A booking somebody may see, and in what part.</summary>
/// <param name="Staff">Set when the caller works at the club.</param>
internal sealed record SeenBooking(Booking Booking, ClubSetup Club, BookingResponse Response, StaffMember? Staff, bool IsOwner);

/// <summary>Decides who may see a booking: its owner, the others on court, the staff of its club. Others learn not even that it exists.</summary>
internal sealed class BookingAccess(Database<BookingModule> database, ClubCatalogue clubs, StaffAccess staff, TimeProvider clock)
{
    public async Task<SeenBooking?> Find(Guid bookingId, Caller caller, CancellationToken cancellation)
    {
        Booking? booking;
        IReadOnlyList<BookingPlayer> others;
        await using (var connection = await database.Open(cancellation))
        {
            booking = await BookingRows.Find(connection, bookingId);
            if (booking is null)
                return null;
            others = [.. (await BookingRows.Others(connection, [bookingId]))[bookingId]];
        }

        var club = await clubs.Find(booking.ClubId, cancellation)
            ?? throw new InvalidOperationException($"Booking {bookingId} belongs to no club.");
        var owner = booking.PlayerId == caller.UserId;
        var plays = owner || others.Any(player => player.PlayerId == caller.UserId);
        var member = await staff.Find(caller, booking.ClubId, cancellation);
        return plays || member is not null
            ? new SeenBooking(booking, club, BookingResponse.Of(booking, club, others, clock.GetUtcNow()), member, owner)
            : null;
    }
}
