using System.Collections.Concurrent;
using System.Globalization;
using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>Money back to the card: at once, or pending and then not at all.</summary>
internal sealed class StripeRefunds(World world, StripeSessions sessions, StripeEvents events, Schedule schedule, Courier courier, SimulatorOptions options)
{
    private static readonly string[] Reasons = ["duplicate", "fraudulent", "requested_by_customer"];

    private readonly ConcurrentDictionary<string, (Order Order, Refund Refund)> _made = new(StringComparer.Ordinal);

    public (Order Order, Refund Refund)? Find(string id) => _made.TryGetValue(id, out var found) ? found : null;

    public async Task<StripeAnswer> Create(Dictionary<string, string> form)
    {
        if (StripeParameters.UnknownOfRefund(form.Keys) is { } unknown)
            return StripeAnswer.Invalid($"Received unknown parameter: {unknown}", unknown, "parameter_unknown");
        if (sessions.FindIntent(form.GetValueOrDefault("payment_intent", "")) is not { } order)
            return StripeAnswer.Missing("payment_intent", form.GetValueOrDefault("payment_intent", ""));
        var amount = order.AmountMinor - order.RefundedMinor;
        if (form.TryGetValue("amount", out var text) && (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out amount) || amount <= 0))
            return StripeAnswer.Invalid($"Invalid integer: {text}", "amount", "parameter_invalid_integer");
        if (form.TryGetValue("reason", out var reason) && !Reasons.Contains(reason))
            return StripeAnswer.Invalid("Invalid reason.", "reason");
        return Refusal(order) ?? await Made(order, amount, form);
    }

    private static StripeAnswer? Refusal(Order order) => order switch
    {
        { Status: OrderStatus.Reversed } or { Scenario: Scenario.RefundRefused } => StripeAnswer.Invalid("The charge is disputed.", code: "charge_disputed"),
        { Status: not OrderStatus.Paid } => StripeAnswer.Invalid("This PaymentIntent does not have a successful charge to refund.", "payment_intent"),
        _ when order.RefundedMinor == order.AmountMinor => StripeAnswer.Invalid("The charge has already been refunded.", code: "charge_already_refunded"),
        _ => null,
    };

    private async Task<StripeAnswer> Made(Order order, long amount, Dictionary<string, string> form)
    {
        var fails = order.Scenario is Scenario.RefundPendingThenFailed or Scenario.RefundNoBalance;
        var refund = new Refund(string.Create(CultureInfo.InvariantCulture, $"re_test_{world.NextNumber():D8}"), amount, fails ? "pending" : "succeeded") { Fields = form };
        if (!order.TryRefund(refund))
            return StripeAnswer.Invalid("Refund amount is greater than unrefunded amount on charge.", "amount", "amount_too_large");
        _made[refund.Id] = (order, refund);
        var answer = StripeAnswer.Ok(StripeObjects.Refund(order, refund));
        Tell(order, refund, options.Notification);
        if (fails)
            schedule.After(options.Pending, _ =>
            {
                (refund.Status, refund.FailureReason) = ("failed", order.Scenario == Scenario.RefundNoBalance ? "insufficient_funds" : "expired_or_canceled_card");
                Tell(order, refund, TimeSpan.Zero);
                return Task.CompletedTask;
            });
        if (order.Scenario == Scenario.RefundTimeout)
            await Task.Delay(options.Slow);
        return answer;
    }

    private void Tell(Order order, Refund refund, TimeSpan delay)
    {
        if (order.NotificationUrl is null)
            return;
        var messages = events.OfRefund(order, refund);
        schedule.After(delay, async stop =>
        {
            foreach (var message in messages)
                await courier.Deliver(order, message, events.Tries, (status, answer) => events.Accepted(order, status, answer), stop);
        });
    }
}
