using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Platform.Messaging;

namespace Padel.Host.DevOutbox;

/// <summary>Somebody signed up, or proved a phone or email: now they can be reached.</summary>
internal sealed class OnContactFact : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        if (context.Envelope.Type == EventTypes.Identity.UserRegistered)
        {
            var registered = context.Envelope.Read<UserRegisteredV1>();
            return Contacts.Keep(context, registered.UserId, registered.Phone, registered.Email);
        }

        var verified = context.Envelope.Read<ContactVerifiedV1>();
        return Contacts.Keep(context, verified.UserId, verified.Phone, verified.Email);
    }
}
