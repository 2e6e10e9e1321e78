using Padel.Kernel;

namespace Padel.Platform.Http;

/// <summary>Failures that are ours. They tell nothing of the inside; the log has the rest under the trace id.</summary>
public static class ServerErrors
{
    /// <summary>How long clients should wait while a database or dependency is away.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(2);

    public static readonly Error Failed = new("server.error", 500, "Something went wrong on our side. Nothing was changed; please try again.");

    public static readonly Error Unavailable =
        new("server.unavailable", 503, "This is not available right now. Please try again in a moment.") { RetryAfter = RetryAfter };
}
