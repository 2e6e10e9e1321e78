using Dapper;
using Padel.Booking.Availability;
using Padel.Booking.Clubs;
using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>A club takes other ways of paying; the newest list counts, and from then on the set-up file no longer does.</summary>
internal sealed class OnMethodsChanged(ClubCatalogue catalogue, AvailabilityCache availability) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<MethodsChangedV1>();
        await context.Connection.ExecuteAsync(
            """
            update clubs set payment_methods = @Methods, methods_version = @Version, version = version + 1
            where club_id = @ClubId and methods_version < @Version
            """, new { fact.ClubId, fact.Version, fact.Methods }, context.Transaction);
        context.AfterCommit(() =>
        {
            catalogue.Invalidate();
            availability.EvictClub(fact.ClubId);
        });
    }
}
