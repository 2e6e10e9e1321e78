using Padel.Kernel;

namespace Padel.Booking.Availability;

/// <summary>
/// The free pieces of one court's day. A claim carries the club's buffer after its end, so a piece behind a claim begins ready to play;
/// in front of a claim the next booking still needs its own buffer, so the piece ends that much earlier. At closing no buffer is
/// needed, unless a claim follows so soon that the two would meet.
/// </summary>
internal static class FreePieces
{
    public static List<FreePiece> Of(SlotDay day, IEnumerable<TimeSlot> claims)
    {
        var pieces = new List<FreePiece>();
        var free = day.Opens;
        foreach (var (from, to) in claims.Select(day.Cover).Order())
        {
            Add(free, Math.Min(from - day.Rules.BufferMinutes, day.Closes));
            free = Math.Max(free, to);
        }

        Add(free, day.Closes);
        return pieces;

        void Add(int from, int to)
        {
            if (to - from >= day.ShortestMinutes)
                pieces.Add(new FreePiece(from, to));
        }
    }
}

/// <summary>Minutes <c>[From, To)</c> in which a game may be played.</summary>
internal readonly record struct FreePiece(int From, int To);
