namespace Padel.Tests;

/// <summary>
/// A clock that stands until it is turned. Timers still run in real time, so that loops keep looping; <see cref="LongestWait"/>
/// shortens their pauses, which makes minute-by-minute jobs run at once.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref _utcTicks, value.UtcTicks);
    }

    /// <summary>Timers wait no longer than this. Null: as long as they ask for.</summary>
    public TimeSpan? LongestWait { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Interlocked.Read(ref _utcTicks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _utcTicks, by.Ticks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, LongestWait is { } longest && dueTime > longest ? longest : dueTime, period);
}
