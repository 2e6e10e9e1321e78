using Padel.Kernel;

namespace Padel.Booking.Imports;

/// <summary>
/// Which times the rows of this file claim, court by court, so that a later row that overlaps can be told which one was first. Kept per
/// UTC day: a claim is looked up in the few days it touches. A batch not yet stored has an index of its own upon the file's.
/// </summary>
internal sealed class ClaimIndex(ClaimIndex? below = null)
{
    private readonly Dictionary<(Guid CourtId, long Day), List<LineClaim>> _days = [];

    public void Add(Guid courtId, TimeSlot slot, int line)
    {
        foreach (var day in Days(slot))
        {
            if (!_days.TryGetValue((courtId, day), out var claims))
                _days[(courtId, day)] = claims = [];
            claims.Add(new LineClaim(slot, line));
        }
    }

    /// <summary>The line of the first row that claims part of this time; null when it is free.</summary>
    public int? LineInTheWay(Guid courtId, TimeSlot slot)
    {
        if (below?.LineInTheWay(courtId, slot) is { } line)
            return line;
        foreach (var day in Days(slot))
        {
            if (_days.TryGetValue((courtId, day), out var claims) && claims.Find(claim => claim.Slot.Overlaps(slot)) is { } claim)
                return claim.Line;
        }

        return null;
    }

    /// <summary>Keeps what a batch claims, once it is stored.</summary>
    public void Absorb(ClaimIndex stored)
    {
        foreach (var (place, claims) in stored._days)
        {
            if (!_days.TryGetValue(place, out var kept))
                _days[place] = kept = [];
            kept.AddRange(claims);
        }
    }

    private static IEnumerable<long> Days(TimeSlot slot)
    {
        var last = (slot.End.UtcTicks - 1) / TimeSpan.TicksPerDay;
        for (var day = slot.Start.UtcTicks / TimeSpan.TicksPerDay; day <= last; day++)
            yield return day;
    }

    private sealed record LineClaim(TimeSlot Slot, int Line);
}
