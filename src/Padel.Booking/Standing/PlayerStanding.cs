using Padel.Kernel;

namespace Padel.Booking.Standing;

/// <summary>What a player may do at a club.</summary>
internal sealed record PlayerStanding
{
    public static readonly PlayerStanding Fresh = new();

    /// <summary>Of an account that was closed while its last token still runs.</summary>
    public static readonly PlayerStanding Closed = new() { BlockedReason = "The account is closed." };

    public string PriceClass { get; init; } = Pricing.PriceBook.StandardClass;

    public string? BlockedReason { get; init; }

    public DateTimeOffset? SuspendedUntil { get; init; }

    public long DebtMinor { get; init; }

    /// <summary>Pays online before a booking stands; at the club is not enough.</summary>
    public bool DepositRequired { get; init; }

    /// <summary>Why this player may not book now; null when there is nothing. The club's own words about a block stay with its staff.</summary>
    public Error? Refusal(DateTimeOffset now) =>
        BlockedReason is not null ? BookingErrors.NotAllowed.With("reason", "blocked")
        : SuspendedUntil > now ? BookingErrors.NotAllowed.With("reason", "suspended").With("until", SuspendedUntil)
        : DebtMinor > 0 ? BookingErrors.NotAllowed.With("reason", "debt")
        : null;
}
