using Dapper;
using Padel.Contracts.Booking;
using Padel.Platform.Messaging;

namespace Padel.Payments.Clubs;

/// <summary>Keeps what Payments needs to know of a club. What a manager set about its money stays.</summary>
internal sealed class OnClubChanged : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation) =>
        context.Connection.ExecuteAsync(
            """
            insert into clubs (club_id, slug, name, address, phone, time_zone, currency, version, methods)
            values (@ClubId, @Slug, @Name, @Address, @Phone, @TimeZone, @Currency, @Version, @PaymentMethods)
            on conflict (club_id) do update set slug = excluded.slug, name = excluded.name, address = excluded.address, phone = excluded.phone,
                time_zone = excluded.time_zone, currency = excluded.currency, version = excluded.version
            where clubs.version < excluded.version
            """, context.Envelope.Read<ClubChangedV1>(), context.Transaction);
}
