using Padel.Contracts.Identity;
using Padel.Platform.Messaging;

namespace Padel.Booking.Standing;

/// <summary>An account was made: booking knows the person from now on.</summary>
internal sealed class OnUserRegistered(TimeProvider clock) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<UserRegisteredV1>();
        var person = new Person(fact.UserId, fact.Name, fact.Phone, fact.PhoneVerified, fact.Email, fact.EmailVerified);
        return RecognisePlayer.Run(context.Transaction, person, clock.GetUtcNow());
    }
}
