namespace Padel.Contracts.Booking;

/// <summary>
/// The state of a booking at one version. Facts of origin <c>import</c> make no message, strike or sweep.
/// Amounts are minor units of <paramref name="Currency"/>; instants are UTC; <paramref name="BusinessDay"/> is the club's.
/// </summary>
public sealed record BookingFactV1(
    Guid BookingId,
    string Reference,
    int Version,
    Guid ClubId,
    string ClubName,
    string TimeZone,
    Guid CourtId,
    string CourtName,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    DateOnly BusinessDay,
    string Status,
    Guid? PlayerId,
    string Name,
    string? Phone,
    string? Email,
    long PriceMinor,
    string Currency,
    string PayWith,
    string Origin,
    string Actor,
    DateTimeOffset? HoldExpiresAt,
    long FeeDueMinor,
    string? Reason)
{
    /// <summary>What must be paid for the booking to stand: a deposit, the whole price, or nothing when it is paid at the club.</summary>
    public long PayNowMinor { get; init; }

    /// <summary>What being cancelled or not coming costs in all, paid or not.</summary>
    public long FeeMinor { get; init; }

    /// <summary>What Booking counts as paid at this version: this much, and no payment it has not judged yet, may go back because of the fact.</summary>
    public long PaidMinor { get; init; }
}

/// <summary>A club as the other services need to know it; the newest version counts.</summary>
public sealed record ClubChangedV1(
    Guid ClubId, int Version, string Slug, string Name, string Address, string? Phone, string TimeZone, string Currency, string[] PaymentMethods);

/// <summary>
/// A payment completed for a booking that has no use for it (gone, cancelled, paid already): this part of it is the player's again.
/// </summary>
/// <param name="Why"><c>slot_gone</c>, <c>cancelled</c>, <c>already_paid</c>, <c>begun</c>.</param>
public sealed record PaymentNotNeededV1(Guid PaymentId, Guid BookingId, Guid ClubId, long AmountMinor, string Currency, string Why);

/// <summary>Courts were closed for a time (maintenance, weather, power cut, private event).</summary>
public sealed record CourtClosedV1(Guid BlockId, Guid ClubId, Guid[] CourtIds, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Kind, string Reason, string Actor);

/// <summary>A closure was lifted.</summary>
public sealed record CourtReopenedV1(Guid BlockId, Guid ClubId, Guid[] CourtIds, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Actor);

/// <summary>What a player may do at a club changed.</summary>
public sealed record StandingChangedV1(Guid ClubId, Guid PlayerId, string PriceClass, bool Blocked, string? Reason);
