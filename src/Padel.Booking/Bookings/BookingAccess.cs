using Padel.Booking.Clubs;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Booking.Bookings;

/// <summary>Decides who may see a booking: its owner, the others on court, the staff of its club. Others learn not even that it exists.</summary>
internal sealed class BookingAccess(Database<BookingModule> database, ClubCatalogue clubs, StaffAccess staff)
{
    public async Task<SeenBooking?> Find(Guid bookingId, Caller caller, CancellationToken cancellation)
    {
        if (await Read(bookingId, cancellation) is not var (booking, others))
            return null;
        var club = await clubs.Find(booking.ClubId, cancellation)
            ?? throw new InvalidOperationException($"Booking {bookingId} belongs to no club.");
        var owner = booking.PlayerId == caller.UserId;
        var member = await staff.Find(caller, booking.ClubId, cancellation);
        return owner || member is not null || others.Any(player => player.PlayerId == caller.UserId)
            ? new SeenBooking(booking, club, others, member, owner)
            : null;
    }

    private async Task<(Booking Booking, IReadOnlyList<BookingPlayer> Others)?> Read(Guid bookingId, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await BookingRows.Find(connection, bookingId) is { } booking
            ? (booking, [.. (await BookingRows.Others(connection, [bookingId]))[bookingId]])
            : null;
    }
}
