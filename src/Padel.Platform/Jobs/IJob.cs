namespace Padel.Platform.Jobs;

/// <summary>
/// Work that repeats: expire, complete, purge. Must be safe when two processes run it at once (claim rows with <c>skip locked</c>)
/// and bounded per run.
/// </summary>
public interface IJob
{
    /// <summary>Of the form <c>booking.expire-holds</c>; the part before the dot is the service whose database records the runs.</summary>
    string Name { get; }

    TimeSpan Every { get; }

    /// <returns>How many things were done; the runner runs again at once while a run says it was full.</returns>
    Task<JobOutcome> Run(CancellationToken cancellation);
}

public readonly record struct JobOutcome(int Items, bool MoreWaiting = false);
