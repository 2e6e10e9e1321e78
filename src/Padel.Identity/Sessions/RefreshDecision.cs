namespace Padel.Identity.Sessions;

internal enum RefreshVerdict
{
    /// <summary>The newest token of a living session: replace it.</summary>
    Rotate,

    /// <summary>Replaced a moment ago (two tabs, a lost answer): give the same successor again.</summary>
    GiveSuccessor,

    /// <summary>Replaced long ago and used again: somebody has a copy. The session ends.</summary>
    EndSession,

    /// <summary>The session is over.</summary>
    Refuse,
}

/// <summary>What to do with a refresh token that we once gave out. Pure.</summary>
internal static class RefreshDecision
{
    public static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    public static RefreshVerdict Judge(DateTimeOffset? replacedAt, DateTimeOffset? endedAt, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (endedAt is not null || now >= expiresAt)
            return RefreshVerdict.Refuse;
        if (replacedAt is null)
            return RefreshVerdict.Rotate;
        return now <= replacedAt + Overlap ? RefreshVerdict.GiveSuccessor : RefreshVerdict.EndSession;
    }

    /// <summary>A session in use moves its end ahead, up to a limit from its start.</summary>
    public static DateTimeOffset ExpiresAt(DateTimeOffset startedAt, DateTimeOffset now, int idleDays, int maxDays)
    {
        var idle = now.AddDays(idleDays);
        var most = startedAt.AddDays(maxDays);
        return idle < most ? idle : most;
    }
}
