using Dapper;
using Padel.Contracts;
using Padel.Contracts.Identity;
using Padel.Platform.Messaging;

namespace Padel.Payments.Receipts;

/// <summary>Somebody made an account or proved a contact: receipts know the name from now on.</summary>
internal sealed class OnUserChanged : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var (userId, name) = context.Envelope.Type == EventTypes.Identity.UserRegistered
            ? (context.Envelope.Read<UserRegisteredV1>().UserId, context.Envelope.Read<UserRegisteredV1>().Name)
            : (context.Envelope.Read<ContactVerifiedV1>().UserId, context.Envelope.Read<ContactVerifiedV1>().Name);
        return context.Connection.ExecuteAsync(
            """
            insert into people (player_id, name) values (@userId, @name)
            on conflict (player_id) do update set name = excluded.name
            """, new { userId, name }, context.Transaction);
    }
}
