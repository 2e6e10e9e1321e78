using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>What a player is told about money. That a payment came, the confirmed booking says.</summary>
internal sealed class OnMoneyFact(MessageSignal signal, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        if (Words(context.Envelope) is not { } message || await Contacts.Find(context, message.PlayerId) is not { } contact)
            return;
        await new OutboxMessage(contact.To, contact.Channel, message.Kind, message.Text, Code: null).Store(context, signal, clock.GetUtcNow());
    }

    private static Message? Words(EventEnvelope envelope) => envelope.Type switch
    {
        EventTypes.Payments.Failed => Failed(envelope.Read<PaymentFactV1>()),
        EventTypes.Payments.RefundCompleted => Refunded(envelope.Read<RefundFactV1>()),
        EventTypes.Payments.WalletChanged => Changed(envelope.Read<WalletChangedV1>()),
        _ => throw new InvalidOperationException($"No words for {envelope.Type}."),
    };

    // Who chose another way knows that the first one ended.
    private static Message? Failed(PaymentFactV1 fact) => fact.PlayerId is not { } playerId || fact.Reason == "replaced"
        ? null
        : new Message(playerId, "payment-failed", $"Your payment of {AmountWords.Of(fact.AmountMinor, fact.Currency)} did not go through. {fact.ReasonText}".TrimEnd());

    // Credit has its own message.
    private static Message? Refunded(RefundFactV1 fact)
    {
        var amount = AmountWords.Of(fact.AmountMinor, fact.Currency);
        return (fact.PlayerId, fact.Destination) switch
        {
            ({ } playerId, "source") => new Message(playerId, "refund-completed", $"{amount} went back to where you paid from. Your bank may take some days to show it."),
            ({ } playerId, "cash") => new Message(playerId, "refund-completed", $"{amount} were given back to you in cash."),
            ({ } playerId, "plan") => new Message(playerId, "refund-completed", $"What you paid with your plan ({amount}) is back on it."),
            _ => null,
        };
    }

    private static Message Changed(WalletChangedV1 fact)
    {
        var change = AmountWords.Of(Math.Abs(fact.ChangeMinor), fact.Currency);
        return new Message(fact.PlayerId, "wallet-changed",
            $"{(fact.ChangeMinor < 0 ? "From" : "To")} your credit: {change}. {fact.Text}. You have {AmountWords.Of(fact.BalanceMinor, fact.Currency)} left.");
    }

    private sealed record Message(Guid PlayerId, string Kind, string Text);
}
