using Padel.Booking.Clubs;
using Padel.Kernel;

namespace Padel.Booking.Imports.Reading;

/// <summary>What one row of the bookings log says, in the club's courts and UTC.</summary>
/// <param name="Amount">What was charged then, not today's price.</param>
internal sealed record LoggedBooking(Court Court, TimeSlot Slot, DateOnly BusinessDay, Money Amount, string Status)
{
    public required PaidVia PaidVia { get; init; }

    /// <summary>Never empty: somebody unnamed is a guest.</summary>
    public required string Name { get; init; }

    /// <summary>Null for a guest.</summary>
    public PhoneNumber? Phone { get; init; }

    public int? Players { get; init; }

    public string? Note { get; init; }

    /// <summary>A cancelled row claims no time and clashes with nothing.</summary>
    public bool ClaimsTime => Status != LogStatus.Cancelled;
}
