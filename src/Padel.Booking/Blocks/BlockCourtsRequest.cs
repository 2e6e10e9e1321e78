using Padel.Kernel;
using Padel.Platform.Http;

namespace Padel.Booking.Blocks;

/// <param name="Kind">Why, in one word that reports can count.</param>
internal sealed record BlockCourtsRequest(Guid[] CourtIds, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Kind, string Reason)
{
    public const int MaxDays = 92;
    public const int MaxReasonLength = 500;

    public static readonly IReadOnlyList<string> Kinds =
        ["maintenance", "private_event", "weather", "power_cut", "early_closing", "tournament", "other"];

    /// <summary>On the board an event is something that happens on the court; a block is something that keeps people off it.</summary>
    public string ClaimKind => Kind is "private_event" or "tournament" ? "event" : "block";

    public Error? Invalid()
    {
        var problems = new List<(string, string)>();
        if (CourtIds.Length == 0)
            problems.Add(("courtIds", "At least one court."));
        if (EndsAt <= StartsAt || EndsAt - StartsAt > TimeSpan.FromDays(MaxDays))
            problems.Add(("endsAt", $"After the start, at most {MaxDays} days."));
        if (!Kinds.Contains(Kind))
            problems.Add(("kind", $"One of {string.Join(", ", Kinds)}."));
        if (string.IsNullOrWhiteSpace(Reason) || Reason.Length > MaxReasonLength)
            problems.Add(("reason", $"1 to {MaxReasonLength} characters."));
        return problems.Count > 0 ? RequestErrors.Invalid([.. problems]) : null;
    }
}
