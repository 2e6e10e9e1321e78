using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>
/// No unsellable gaps (RULES 2.7): a booking may not leave beside it a free piece shorter than the shortest length, unless every choice
/// in that piece would (then the least waste), or it starts within one shortest length from now. Judged the same way for the list of free
/// slots and for one proposed booking.
/// </summary>
internal static class GapRule
{
    /// <summary>Whether a proposed booking leaves an unsellable piece. A start that is not free is for the claim to refuse, not for this rule.</summary>
    /// <param name="claims">The court's other claims that day.</param>
    public static bool Leaves(SlotDay day, IEnumerable<TimeSlot> claims, DateTimeOffset startsAt, int durationMinutes, DateTimeOffset now)
    {
        if (day.StartAt(startsAt) is not { } start)
            return false;
        var proposed = new SlotChoice(start, durationMinutes);
        return FreePieces.Of(day, claims).Any(piece =>
            Fitting(day, piece, now).Contains(proposed) && !Choices(day, piece, now).Contains(proposed));
    }

    /// <summary>What may be sold of one free piece, by start and then length.</summary>
    public static List<SlotChoice> Choices(SlotDay day, FreePiece piece, DateTimeOffset now)
    {
        var fitting = Fitting(day, piece, now);
        if (!day.Rules.AvoidGaps || fitting.Count == 0)
            return fitting;

        var first = fitting[0].Start.Minute;
        var last = fitting.Max(choice => choice.End);
        var waste = fitting.ConvertAll(choice => Waste(day, choice, first, last));
        var least = waste.Min();
        return [.. fitting.Where((choice, index) => waste[index] == least || StartsSoon(day, choice.Start, now))];
    }

    /// <summary>When a start stops being judged: one shortest length before it.</summary>
    public static DateTimeOffset ExemptFrom(SlotDay day, SlotStart start) =>
        day.InstantOf(start.Minute).AddMinutes(-day.ShortestMinutes);

    private static bool StartsSoon(SlotDay day, SlotStart start, DateTimeOffset now) => now >= ExemptFrom(day, start);

    private static List<SlotChoice> Fitting(SlotDay day, FreePiece piece, DateTimeOffset now)
    {
        var fitting = new List<SlotChoice>();
        foreach (var start in day.Starts)
        {
            if (start.Minute < piece.From || day.InstantOf(start.Minute) < now)
                continue;
            foreach (var duration in day.Rules.Durations)
            {
                if (start.Minute + duration <= piece.To)
                    fitting.Add(new SlotChoice(start, duration));
            }
        }

        return fitting;
    }

    // First and last are the earliest start and the latest end that can be sold at all: what lies outside them is nobody's waste.
    private static int Waste(SlotDay day, SlotChoice choice, int first, int last)
    {
        var before = choice.Start.Minute - first;
        var after = last - choice.End;
        var beforeSells = CanSell(day, first, choice.Start.Minute - day.Rules.BufferMinutes);
        var afterSells = CanSell(day, choice.End + day.Rules.BufferMinutes, last);
        return (beforeSells ? 0 : before) + (afterSells ? 0 : after);
    }

    private static bool CanSell(SlotDay day, int from, int to)
    {
        foreach (var start in day.Starts)
        {
            if (start.Minute >= from)
                return start.Minute + day.ShortestMinutes <= to;
        }

        return false;
    }
}

/// <summary>A start and a length.</summary>
internal readonly record struct SlotChoice(SlotStart Start, int DurationMinutes)
{
    public int End => Start.Minute + DurationMinutes;
}
