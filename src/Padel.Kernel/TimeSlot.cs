namespace Padel.Kernel;

/// <summary>A half-open stretch of time <c>[Start, End)</c>, instants in UTC. Two slots that touch do not overlap.</summary>
public readonly record struct TimeSlot
{
    /// <exception cref="ArgumentException">The end is not after the start: an empty claim would slip past the exclusion constraint.</exception>
    public TimeSlot(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
            throw new ArgumentException($"A slot must end after it starts ({start:u} to {end:u}).", nameof(end));
        (Start, End) = (start.ToUniversalTime(), end.ToUniversalTime());
    }

    public DateTimeOffset Start { get; }

    public DateTimeOffset End { get; }

    public TimeSpan Length => End - Start;

    public int Minutes => (int)Length.TotalMinutes;

    public static TimeSlot Of(DateTimeOffset start, int minutes) => new(start, start.AddMinutes(minutes));

    public bool Overlaps(TimeSlot other) => Start < other.End && other.Start < End;

    public bool Contains(TimeSlot other) => Start <= other.Start && other.End <= End;

    public bool Contains(DateTimeOffset instant) => Start <= instant && instant < End;
}
