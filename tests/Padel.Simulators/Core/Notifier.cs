namespace Padel.Simulators.Core;

/// <summary>Decides which notifications an order's change brings, when, and how wrong; the vendor's writer words them.</summary>
internal sealed class Notifier(IEnumerable<INotificationWriter> writers, Schedule schedule, Courier courier, Chaos chaos, SimulatorOptions options)
{
    private readonly Dictionary<Vendor, INotificationWriter> _writers = writers.ToDictionary(writer => writer.Vendor);

    /// <summary>Tells the merchant how the order stands, in the way of its scenario.</summary>
    public void Announce(Order order)
    {
        foreach (var (kind, delay) in Misbehaved(order, Planned(order)))
            Later(order, kind, delay);
    }

    /// <summary>Tells it before anything else goes on.</summary>
    public Task AnnounceNow(Order order, CancellationToken stop) => Deliver(order, NotificationKind.Truth, stop);

    public void Later(Order order, NotificationKind kind, TimeSpan delay) => schedule.After(delay, stop => Deliver(order, kind, stop));

    private async Task Deliver(Order order, NotificationKind kind, CancellationToken stop)
    {
        var writer = _writers[order.Vendor];
        foreach (var message in order.NotificationUrl is null ? [] : writer.Write(order, kind))
            await courier.Deliver(order, message, writer.Tries, (status, answer) => writer.Accepted(order, status, answer), stop);
    }

    private IEnumerable<(NotificationKind Kind, TimeSpan Delay)> Planned(Order order) => order.Scenario switch
    {
        Scenario.NoNotification or Scenario.VoucherExpires or Scenario.TimeoutThenSuccess or Scenario.NotFoundAtFirst or Scenario.UnknownCode => [],
        Scenario.DuplicateNotification => [(NotificationKind.Truth, options.Notification), (NotificationKind.Truth, options.Notification * 2)],
        Scenario.WrongSignature => [(NotificationKind.Forged, options.Notification)],
        Scenario.FailureAfterSuccess when order.Status == OrderStatus.Paid =>
            [(NotificationKind.Truth, options.Notification), (NotificationKind.Failure, options.Notification * 3)],
        Scenario.RefundBeforeSuccess => [(NotificationKind.Truth, options.Late)],
        Scenario.HostileNotification => [(NotificationKind.Hostile, options.Notification), (NotificationKind.Truth, options.Notification * 2)],
        Scenario.StaleTimestamp => [(NotificationKind.Stale, options.Notification)],
        Scenario.RotatedSecret => [(NotificationKind.Rotated, options.Notification)],
        _ => [(NotificationKind.Truth, options.Notification)],
    };

    private IEnumerable<(NotificationKind Kind, TimeSpan Delay)> Misbehaved(Order order, IEnumerable<(NotificationKind Kind, TimeSpan Delay)> planned)
    {
        foreach (var (kind, delay) in planned)
            switch (chaos.Choose($"{order.Vendor}/notification/{order.Reference}", Whim.Late, Whim.Twice, Whim.Forged, Whim.FailureAfter, Whim.Lost))
            {
                case Whim.Late:
                    yield return (kind, options.Late);
                    break;
                case Whim.Twice:
                    yield return (kind, delay);
                    yield return (kind, delay);
                    break;
                case Whim.Forged:
                    yield return (NotificationKind.Forged, TimeSpan.Zero);
                    yield return (kind, delay);
                    break;
                case Whim.FailureAfter:
                    yield return (kind, delay);
                    yield return (order.Status == OrderStatus.Paid ? NotificationKind.Failure : kind, options.Late);
                    break;
                case Whim.Lost:
                    break;
                default:
                    yield return (kind, delay);
                    break;
            }
    }

    private enum Whim
    {
        Late,
        Twice,
        Forged,
        FailureAfter,
        Lost,
    }
}
