namespace Padel.IntegrationTests.Crash;

/// <summary>One game somebody wants, with the key that every repeat of the request carries.</summary>
internal sealed class Wish(Guid courtId, DateTimeOffset startsAt)
{
    public Guid CourtId { get; } = courtId;

    public DateTimeOffset StartsAt { get; } = startsAt;

    public string Key { get; } = Guid.CreateVersion7().ToString();

    /// <summary>The booking a 201 told of; null while no answer has come.</summary>
    public Guid? BookingId { get; set; }
}
