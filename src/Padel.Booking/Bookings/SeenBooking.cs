using Padel.Booking.Clubs;
using Padel.Platform.Audit;
using Padel.Platform.Auth;

namespace Padel.Booking.Bookings;

/// <summary>A booking somebody may see, and in what part: its owner, another player, or staff of its club.</summary>
internal sealed record SeenBooking(Booking Booking, ClubSetup Club, IReadOnlyList<BookingPlayer> Others, StaffMember? Staff, bool IsOwner)
{
    /// <summary>Staff who deal with somebody else's booking; with their own they are a player like any other.</summary>
    public bool ActsAsStaff => Staff is not null && !IsOwner;

    public string Actor(Caller caller) => ActsAsStaff ? BookingNews.ByStaff(caller.UserId) : BookingNews.ByPlayer(caller.UserId);

    public BookingResponse Answer(Booking booking, DateTimeOffset now) => BookingResponse.Of(booking, Club, Others, now);

    /// <summary>The start of an audit entry about this booking.</summary>
    public AuditEntry Entry(string action) =>
        new(Booking.ClubId, Staff!.UserId, Staff.Name, action, "booking", Booking.BookingId.ToString()); // asked of staff only
}
