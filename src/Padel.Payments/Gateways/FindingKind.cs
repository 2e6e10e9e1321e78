namespace Padel.Payments.Gateways;

internal enum FindingKind
{
    Paid,

    /// <summary>The gateway knows it and waits for somebody.</summary>
    Pending,

    /// <summary>The gateway said no.</summary>
    Failed,

    /// <summary>No answer, or one that nobody understood: ask again later, never call it failed.</summary>
    Unknown,

    /// <summary>Nobody paid in time, or the page was left.</summary>
    Expired,

    /// <summary>Was paid; the gateway took it back.</summary>
    Reversed,

    /// <summary>
    /// Was paid; the card holder disputes it. <see cref="Finding.Code"/> says how far it is; <c>won</c> and <c>warning_closed</c> end well.
    /// </summary>
    Disputed,

    /// <summary>Was paid; money went back, <see cref="Finding.Amount"/> in all.</summary>
    Refunded,

    /// <summary>The gateway has not heard of it (yet).</summary>
    NotFound,
}
