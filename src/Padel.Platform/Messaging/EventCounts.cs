using System.Diagnostics.Metrics;

namespace Padel.Platform.Messaging;

/// <summary>Counts facts by type as they leave an outbox, so committed ones only: bookings held, confirmed, cancelled, accounts made.</summary>
internal static class EventCounts
{
    private static readonly Meter Meter = new("Padel.Events");
    private static readonly Counter<long> Events = Meter.CreateCounter<long>("padel.events", null, "Facts that left an outbox");

    public static void Add(IEnumerable<EventEnvelope> facts)
    {
        foreach (var group in facts.GroupBy(fact => fact.Type))
            Events.Add(group.Count(), new KeyValuePair<string, object?>("type", group.Key));
    }
}
