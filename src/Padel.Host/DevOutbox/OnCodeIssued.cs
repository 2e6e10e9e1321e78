using Padel.Contracts.Identity;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>A one-time code: opened here as a channel would, because a newcomer has no phone that receives it.</summary>
internal sealed class OnCodeIssued(MasterKey key, MessageSignal signal, TimeProvider clock) : IEventHandler
{
    private const string SealPurpose = "code";

    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<CodeIssuedV1>();
        var code = key.Open(SealPurpose, fact.SecretCode);
        return new OutboxMessage(fact.To, fact.Channel, "code", $"{code} is your padel code. Tell it to nobody.", code)
            .Store(context, signal, clock.GetUtcNow());
    }
}
