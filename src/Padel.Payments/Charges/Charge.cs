using Padel.Kernel;

namespace Padel.Payments.Charges;

/// <summary>What a booking owes, as Booking told it last.</summary>
internal sealed record Charge
{
    public Guid BookingId { get; init; }
    public int Version { get; init; }
    public Guid ClubId { get; init; }
    public string Reference { get; init; } = "";
    public string Status { get; init; } = "";
    public Guid? PlayerId { get; init; }
    public string CustomerName { get; init; } = "";
    public string? CustomerPhone { get; init; }
    public string? CustomerEmail { get; init; }
    public Guid CourtId { get; init; }
    public string CourtName { get; init; } = "";
    public DateTimeOffset StartsAt { get; init; }
    public DateTimeOffset EndsAt { get; init; }
    public DateOnly BusinessDay { get; init; }
    public string Currency { get; init; } = "";
    public long PriceMinor { get; init; }
    public long PayNowMinor { get; init; }
    public long FeeMinor { get; init; }
    public string PayWith { get; init; } = "";
    public DateTimeOffset? HoldExpiresAt { get; init; }
    public string Origin { get; init; } = "";

    public Money Price => new(PriceMinor, Kernel.Currency.Of(Currency));

    public Money PayNow => new(PayNowMinor, Kernel.Currency.Of(Currency));

    public Money Fee => new(FeeMinor, Kernel.Currency.Of(Currency));

    /// <summary>Over and done: what is held for it has been earned or goes back.</summary>
    public bool IsOver => Status is "completed" or "no_show" or "cancelled" or "expired";
}
