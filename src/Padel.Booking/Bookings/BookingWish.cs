namespace Padel.Booking.Bookings;

/// <summary>What somebody asks for, its fields already found to be well formed.</summary>
internal sealed record BookingWish(Place Place, string PayWith, string Source)
{
    /// <summary>Names of the others on court.</summary>
    public IReadOnlyList<string> OtherPlayers { get; init; } = [];

    public string? Note { get; init; }

    public Guid? CreatedBy { get; init; }
}
