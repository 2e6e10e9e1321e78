namespace Padel.Payments.Gateways;

/// <summary>How long a gateway may take, and when it is left alone for a while.</summary>
internal sealed class GatewayLimits
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>A wallet answers when the player has typed the PIN: vendors ask for 65 seconds at least.</summary>
    public TimeSpan Pin { get; set; } = TimeSpan.FromSeconds(75);

    /// <summary>The player's request waits for the page to open, and requests end after ten seconds.</summary>
    public TimeSpan Start { get; set; } = TimeSpan.FromSeconds(6);

    public TimeSpan Answer { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>So many calls within <see cref="BreakerWindow"/>, and most of them unanswered, and the next ones fail at once.</summary>
    public int BreakerCalls { get; set; } = 20;

    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(30);

    public TimeSpan BreakerPause { get; set; } = TimeSpan.FromSeconds(10);

    public TimeSpan Of(GatewayPatience patience) => patience switch
    {
        GatewayPatience.Pin => Pin,
        GatewayPatience.Start => Start,
        _ => Answer,
    };

    public bool AreValid() => BreakerCalls >= 2 && new[] { Pin, Start, Answer }.All(wait => wait > TimeSpan.Zero && wait <= Longest)
        && new[] { BreakerWindow, BreakerPause }.All(span => span >= TimeSpan.FromMilliseconds(500) && span <= Longest);
}
