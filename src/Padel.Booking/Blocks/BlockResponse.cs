namespace Padel.Booking.Blocks;

internal sealed record BlockResponse(
    Guid BlockId, Guid ClubId, Guid[] CourtIds, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Kind, string Reason, DateTimeOffset CreatedAt);

/// <summary>What stands in the way of a block: a booking with its reference and name, or another block with its reason as the name.</summary>
internal sealed record BlockConflict(
    Guid? BookingId, string? Reference, Guid? BlockId, Guid CourtId, string CourtName, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Name, string? Phone);
