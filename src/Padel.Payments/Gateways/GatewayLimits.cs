namespace Padel.Payments.Gateways;

/// <summary>How long a gateway may take, and when it is left alone for a while.</summary>
internal sealed class GatewayLimits
{
    /// <summary>A wallet answers when the player has typed the PIN: vendors ask for 65 seconds at least.</summary>
    public int PinSeconds { get; set; } = 75;

    public int AnswerSeconds { get; set; } = 10;

    /// <summary>So many calls within <see cref="BreakerWindowSeconds"/>, and most of them unanswered, and the next ones fail at once.</summary>
    public int BreakerCalls { get; set; } = 20;

    public int BreakerWindowSeconds { get; set; } = 30;

    public int BreakerPauseSeconds { get; set; } = 10;

    public bool AreValid() => PinSeconds is >= 1 and <= 180 && AnswerSeconds is >= 1 and <= 60 && BreakerCalls >= 2
        && BreakerWindowSeconds is >= 1 and <= 600 && BreakerPauseSeconds is >= 1 and <= 600;
}
