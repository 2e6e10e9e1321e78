namespace Padel.Payments.Paying;

/// <summary>
/// When to ask again what became of an attempt: soon at first, then ever more seldom, once exactly when its time is over, and for a day after
/// that, because late success is normal.
/// </summary>
internal static class InquirySchedule
{
    public static readonly TimeSpan AskedAfterExpiryFor = TimeSpan.FromDays(1);

    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
    ];

    /// <summary>One more look at what a gateway called failed, for some succeed after all and their notification may be lost.</summary>
    public static DateTimeOffset OnceMore(Payment payment, DateTimeOffset now)
    {
        var soonest = now + Pauses[^4];
        return payment.ExpiresAt is { } over && over > soonest ? over : soonest;
    }

    /// <returns>Null when there is no use in asking any more.</returns>
    public static DateTimeOffset? Next(Payment payment, DateTimeOffset now)
    {
        var next = now + Pauses[Math.Clamp(payment.Inquiries - 1, 0, Pauses.Length - 1)];
        var over = payment.ExpiresAt ?? payment.CreatedAt;
        if (now < over && next > over)
            return over;
        return next <= over + AskedAfterExpiryFor ? next : null;
    }
}
