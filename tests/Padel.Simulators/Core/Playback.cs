namespace Padel.Simulators.Core;

/// <summary>What the vendor says at once, however the order goes on.</summary>
internal enum Reply
{
    Paid,
    LowBalance,
    UnknownAccount,
    Cancelled,
    Pending,
    Voucher,
    Expired,

    /// <summary>A code nobody documented for this.</summary>
    Unknown,

    /// <summary>Nothing in time.</summary>
    Silence,
}

/// <summary>Plays the scenario of an order: what becomes of it now and later, who is told, and what the payer's side is answered.</summary>
internal sealed class Playback(World world, Schedule schedule, Notifier notifier, SimulatorOptions options)
{
    public async Task<Reply> Play(Order order, CancellationToken stop)
    {
        switch (order.Scenario)
        {
            case Scenario.DeclinedLowBalance:
                return Ends(order, OrderStatus.Failed, Reply.LowBalance);
            case Scenario.UnknownAccount:
                return Ends(order, OrderStatus.Failed, Reply.UnknownAccount);
            case Scenario.Cancelled:
                return Ends(order, OrderStatus.Cancelled, Reply.Cancelled);
            case Scenario.PendingThenSuccess:
                return Waits(order, options.Pending, OrderStatus.Paid, Reply.Pending);
            case Scenario.PendingThenFailure:
                return Waits(order, options.Pending, OrderStatus.Failed, Reply.Pending);
            case Scenario.Voucher:
                return Waits(order, options.Late, OrderStatus.Paid, Reply.Voucher);
            case Scenario.VoucherExpires:
                return Waits(order, options.Late, OrderStatus.Expired, Reply.Voucher);
            case Scenario.TimeoutThenSuccess:
                return Waits(order, options.Pending, OrderStatus.Paid, Reply.Silence);
            case Scenario.PaidAfterExpiry:
                Waits(order, options.Late, OrderStatus.Paid, Reply.Expired);
                order.Becomes(OrderStatus.Expired, world.Now);
                return Reply.Expired;
            case Scenario.Dropped:
                order.Becomes(OrderStatus.Dropped, world.Now);
                return Reply.Silence;
            case Scenario.ReturnLiesPending:
                return Waits(order, options.Pending, OrderStatus.Paid, Reply.Paid);
            case Scenario.ReturnLiesFailed:
                order.Becomes(OrderStatus.Failed, world.Now);
                return Reply.Paid;
            default:
                return await Pays(order, stop);
        }
    }

    private async Task<Reply> Pays(Order order, CancellationToken stop)
    {
        order.Becomes(OrderStatus.Paid, world.Now);
        if (order.Scenario == Scenario.NotificationFirst)
            await notifier.AnnounceNow(order, stop);
        else
            notifier.Announce(order);
        if (order.Scenario is Scenario.ReversedAfterPaid or Scenario.Dispute)
            Later(order, options.Late, OrderStatus.Reversed);
        return order.Scenario == Scenario.UnknownCode ? Reply.Unknown : Reply.Paid;
    }

    private Reply Ends(Order order, OrderStatus status, Reply reply)
    {
        order.Becomes(status, world.Now);
        notifier.Announce(order);
        return reply;
    }

    private Reply Waits(Order order, TimeSpan delay, OrderStatus then, Reply reply)
    {
        order.Becomes(OrderStatus.Pending, world.Now);
        Later(order, delay, then);
        return reply;
    }

    private void Later(Order order, TimeSpan delay, OrderStatus then) => schedule.After(delay, _ =>
    {
        order.Becomes(then, world.Now);
        notifier.Announce(order);
        return Task.CompletedTask;
    });
}
