using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>What may be sold now of one court's business day: on the grid, inside the hours, clear of every claim, and without leaving gaps.</summary>
internal static class FreeSlots
{
    /// <param name="claims">The court's claims, each with the club's buffer after its end, as stored in <c>occupancies.during</c>.</param>
    /// <param name="now">Starts before it are gone; one at exactly this moment can still be had.</param>
    public static List<FreeSlot> Of(SlotDay day, IEnumerable<TimeSlot> claims, DateTimeOffset now) =>
        [.. FreePieces.Of(day, claims)
            .SelectMany(piece => GapRule.Choices(day, piece, now))
            .GroupBy(choice => choice.Start, choice => choice.DurationMinutes)
            .Select(group => new FreeSlot(group.Key, [.. group]))];
}

/// <summary>A start and the lengths that can be had from it, shortest first.</summary>
internal sealed record FreeSlot(SlotStart Start, IReadOnlyList<int> Durations);
