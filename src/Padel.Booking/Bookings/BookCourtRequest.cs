using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Bookings;

internal sealed record BookCourtRequest(
    Guid CourtId, DateTimeOffset StartsAt, int DurationMinutes, string PayWith, IReadOnlyList<BookCourtRequest.Guest?>? Players = null)
{
    public const int MaxOthers = 7;
    public const int MaxNameLength = 80;

    /// <summary>Somebody else on court.</summary>
    internal sealed record Guest(string Name);

    public string[] Others => [.. (Players ?? []).Select(player => player?.Name.Trim() ?? "")];

    /// <summary>What is wrong with the fields themselves; null when they can be judged by the club's rules.</summary>
    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (!Bookings.PayWith.Known.Contains(PayWith))
            problems.Add(("payWith", $"One of {string.Join(", ", Bookings.PayWith.Known)}."));
        if (DurationMinutes <= 0)
            problems.Add(("durationMinutes", "Minutes, more than 0."));
        if (Others.Length > MaxOthers)
            problems.Add(("players", $"At most {MaxOthers} besides you."));
        if (Others.Any(name => name.Length is 0 or > MaxNameLength))
            problems.Add(("players", $"Names of 1 to {MaxNameLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
