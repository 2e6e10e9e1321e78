namespace Padel.Payments.Gateways;

/// <summary>Who waits for the answer of a call, which says how long; the lengths are in <see cref="GatewayLimits"/>.</summary>
internal enum GatewayPatience
{
    /// <summary>A job.</summary>
    Answer,

    /// <summary>A request of the player.</summary>
    Start,

    /// <summary>The gateway itself waits for somebody to type a PIN: no breaker, because people are slow and gateways are not down.</summary>
    Pin,
}
