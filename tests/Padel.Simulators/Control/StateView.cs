using Padel.Simulators.Core;

namespace Padel.Simulators.Control;

/// <summary>What `GET /control/state` shows, of everything or of one reference.</summary>
internal static class StateView
{
    public static object Of(World world, Schedule schedule, string? reference) => new
    {
        waiting = schedule.Waiting,
        lastError = schedule.LastError,
        orders = world.Orders.Where(order => reference is null || order.Reference == reference).Select(OrderView),
        exchanges = world.Exchanges.Where(exchange => reference is null || exchange.Reference == reference),
    };

    private static object OrderView(Order order) => new
    {
        vendor = order.Vendor.Slug(),
        reference = order.Reference,
        vendorReference = order.VendorReference,
        amountMinor = order.AmountMinor,
        currency = order.Currency,
        status = order.Status.ToString().ToLowerInvariant(),
        scenario = order.Scenario.Slug(),
        refundedMinor = order.RefundedMinor,
        inquiries = order.Inquiries,
        createdAt = order.CreatedAt,
        decidedAt = order.DecidedAt,
        returnUrl = order.ReturnUrl,
        notificationUrl = order.NotificationUrl,
        fields = order.Fields,
        refunds = order.Refunds.Select(refund => new { refund.Id, refund.AmountMinor, refund.Status }),
    };
}
