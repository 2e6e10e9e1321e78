namespace Padel.Platform.Messaging;

/// <summary>A fact about to be told. <paramref name="ExpiresAt"/>: dropped afterwards instead of delivered late.</summary>
public sealed record OutgoingEvent(string Type, Guid? ClubId, object Data, DateTimeOffset? ExpiresAt = null)
{
    public Guid EventId { get; init; } = Guid.CreateVersion7();
}
