using Padel.Booking.Pricing;
using Padel.Kernel;

namespace Padel.Booking.Clubs;

/// <summary>Everything about a club that decisions need, loaded at once and kept in memory by <c>ClubCatalogue</c>. Immutable.</summary>
internal sealed record ClubSetup(
    Guid ClubId,
    string Slug,
    string Name,
    string Address,
    double? Latitude,
    double? Longitude,
    string? Phone,
    ClubZone Zone,
    Currency Currency,
    IReadOnlyList<Court> Courts,
    OpeningHours Hours,
    SlotRules Slots,
    BookingLimits Limits,
    CancellationPolicy Cancellation,
    PaymentRules Payments,
    PriceBook Prices,
    int Version)
{
    public Court? FindCourt(Guid courtId) => Courts.FirstOrDefault(court => court.CourtId == courtId);
}

internal sealed record Court(Guid CourtId, string Name, string Surface, bool Indoor, int Position);

/// <summary>Which starts and lengths the club sells. All minutes; lengths ascending.</summary>
internal sealed record SlotRules(int GridMinutes, IReadOnlyList<int> Durations, bool AvoidGaps, int BufferMinutes);

/// <param name="DaysAhead">Business days after today that can be booked; 0 is today only.</param>
/// <param name="ActiveBookings">Held and confirmed bookings not yet over, per player.</param>
/// <param name="SeriesWeeksAhead">How far a recurring booking may reach, in weeks.</param>
internal sealed record BookingLimits(int DaysAhead, int ActiveBookings, int SeriesWeeksAhead);

/// <param name="Methods">Of <c>payWith</c> in API.md.</param>
/// <param name="HoldMinutes">How long a court is held while the player pays or verifies.</param>
/// <param name="VerifiedContactForAtClub">A booking paid at the club needs a verified phone or email first.</param>
/// <param name="TransferHoldMinutes">How long a court is held for a bank transfer.</param>
/// <param name="TransferCutoffMinutes">How long before the start a transfer must have come.</param>
/// <param name="DepositPercent">The share paid when booking; 0: the whole price at once.</param>
internal sealed record PaymentRules(
    IReadOnlyList<string> Methods, int HoldMinutes, bool VerifiedContactForAtClub, int TransferHoldMinutes = 240, int TransferCutoffMinutes = 120,
    int DepositPercent = 0);
