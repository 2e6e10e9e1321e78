namespace Padel.Platform.Data;

/// <summary>Now, as exactly as PostgreSQL keeps it (microseconds): the first answer and every later reading of a row say the same.</summary>
public static class StoredMoment
{
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
