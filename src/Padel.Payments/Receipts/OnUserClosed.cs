using Dapper;
using Padel.Contracts.Identity;
using Padel.Platform.Messaging;

namespace Padel.Payments.Receipts;

/// <summary>An account was closed: its name and details are forgotten. Receipts that were issued stay, as the law wants.</summary>
internal sealed class OnUserClosed : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation) =>
        context.Connection.ExecuteAsync(
            """
            delete from people where player_id = @UserId;
            delete from receipt_details where player_id = @UserId;
            """, context.Envelope.Read<UserClosedV1>(), context.Transaction);
}
