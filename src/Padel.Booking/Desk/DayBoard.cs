using Padel.Kernel;

namespace Padel.Booking.Desk;

/// <summary>The board: every claim of a business day, per court.</summary>
internal sealed record DayBoard(
    Guid ClubId, DateOnly Date, string TimeZone, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, IReadOnlyList<BoardCourt> Courts);

internal sealed record BoardCourt(Guid CourtId, string Name, string Surface, bool Indoor, IReadOnlyList<BoardClaim> Claims);

/// <param name="Kind">hold, booking, block or event.</param>
internal sealed record BoardClaim(
    Guid OccupancyId, string Kind, DateTimeOffset StartsAt, DateTimeOffset EndsAt, BoardBooking? Booking, BoardBlock? Block);

/// <param name="Guest">Booked for somebody who has no record: a name and perhaps a phone.</param>
/// <param name="Players">How many are on court, as far as is known.</param>
internal sealed record BoardBooking(
    Guid BookingId, string Reference, int Version, string Status, Guid? PlayerId, string Name, string? Phone, bool Guest, int? Players,
    Money Price, Money AmountPaid, Money AmountDue, Money? FeeDue, string PaymentStatus, string PayWith, string Source, string? Note,
    DateTimeOffset? HoldExpiresAt, string? NextAction);

internal sealed record BoardBlock(Guid BlockId, string Kind, string Reason);
