using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>The shape of the availability answer, for the API document; <see cref="DaySnapshot"/> writes it.</summary>
internal sealed record AvailabilityBody(
    Guid ClubId, DateOnly Date, string TimeZone, DateTimeOffset? ValidUntil, IReadOnlyList<AvailableCourt> Courts);

internal sealed record AvailableCourt(Guid CourtId, string Name, bool Indoor, string Surface, IReadOnlyList<AvailableSlot> Slots);

internal sealed record AvailableSlot(DateTimeOffset StartsAt, IReadOnlyList<AvailableOption> Options);

internal sealed record AvailableOption(int DurationMinutes, Money Price, bool Peak);
