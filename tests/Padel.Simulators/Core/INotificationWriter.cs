namespace Padel.Simulators.Core;

/// <summary>How one vendor words its notifications, and what it takes for an answer.</summary>
internal interface INotificationWriter
{
    Vendor Vendor { get; }

    /// <summary>How often the vendor tries in all.</summary>
    int Tries { get; }

    IReadOnlyList<Outgoing> Write(Order order, NotificationKind kind);

    bool Accepted(Order order, int status, string answer);
}
