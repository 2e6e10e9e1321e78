using System.Collections.Immutable;

namespace Padel.Kernel;

/// <summary>
/// An expected failure: a stable code that never changes its meaning, the HTTP status it answers with, and a sentence a person understands.
/// <paramref name="Status"/> follows API.md: 400 malformed, 401 not signed in, 403 not allowed, 404 not there, 409 lost a race, 412/428 version, 422 a rule says no, 429 too many.
/// </summary>
public sealed record Error(string Code, int Status, string Title)
{
    /// <summary>More for the person or the client: what to do next.</summary>
    public string? Detail { get; init; }

    /// <summary>Messages per field for a 400.</summary>
    public ImmutableDictionary<string, string[]>? Fields { get; init; }

    /// <summary>Further members of the problem document, for example <c>alternatives</c>.</summary>
    public ImmutableDictionary<string, object?> Extensions { get; init; } = ImmutableDictionary<string, object?>.Empty;

    /// <summary>How long a client should wait before it asks again (429, 503).</summary>
    public TimeSpan? RetryAfter { get; init; }

    public Error With(string name, object? value) => this with { Extensions = Extensions.SetItem(name, value) };
}
