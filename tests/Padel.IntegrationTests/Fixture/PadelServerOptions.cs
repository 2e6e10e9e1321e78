using Microsoft.Extensions.DependencyInjection;

namespace Padel.IntegrationTests.Fixture;

/// <summary>How a test's server differs from the usual: development, all services, a fresh database, its own clock.</summary>
public sealed record PadelServerOptions
{
    /// <summary>Tuesday 1 December 2026, 15:00 in Karachi.</summary>
    public static readonly DateTimeOffset Start = new(2026, 12, 1, 10, 0, 0, TimeSpan.Zero);

    public string Environment { get; init; } = "Development";

    /// <summary>An existing database: a second process on the same one, or an empty one. Null: a fresh copy of the template.</summary>
    public string? Database { get; init; }

    public Tests.FakeClock? Clock { get; init; }

    /// <summary>False: the application is built (and migrated), but does not listen and runs no jobs.</summary>
    public bool Listen { get; init; } = true;

    /// <summary>Jobs and relays pause at most so long; null as in production.</summary>
    public TimeSpan? LongestWait { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Further settings, for example <c>services</c> or <c>RateLimits:SignUpsPerHour</c>.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Further services or replacements, before the application's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
