namespace Padel.Platform.Messaging;

/// <summary>Which service hears which events, from the registry in Contracts (the platform itself knows no service).</summary>
public sealed class SubscriberList(IEnumerable<(string Service, string EventType)> subscriptions)
{
    private readonly HashSet<(string, string)> _subscriptions = [.. subscriptions];

    public bool Hears(string service, string eventType) => _subscriptions.Contains((service, eventType));
}
