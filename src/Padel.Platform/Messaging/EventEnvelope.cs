using System.Text.Json;

namespace Padel.Platform.Messaging;

/// <summary>A fact as it arrives (CloudEvents 1.0: id, type, source, time, data).</summary>
public sealed record EventEnvelope(Guid EventId, string Type, Guid? ClubId, DateTimeOffset OccurredAt, DateTimeOffset? ExpiresAt, string Data, string? Traceparent)
{
    /// <exception cref="JsonException">The data is not of that shape; the event will be parked.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Data, JsonSerializerOptions.Web) ?? throw new JsonException($"{Type} carries no data.");
}
