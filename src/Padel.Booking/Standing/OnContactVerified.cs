using Padel.Booking.Availability;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Contracts.Identity;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Booking.Standing;

/// <summary>
/// A contact was proven: what the club had under it becomes the account's, and holds that waited for it are confirmed, or given up when the
/// club does not let this person book.
/// </summary>
internal sealed class OnContactVerified(ClubCatalogue clubs, PriceClasses prices, AfterBooking after, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<ContactVerifiedV1>();
        var now = clock.Now();
        var all = (await clubs.All(cancellation)).ToDictionary(club => club.ClubId);
        await RecognisePlayer.Run(
            context.Transaction, new Person(fact.UserId, fact.Name, fact.Phone, fact.Phone is not null, fact.Email, fact.Email is not null), now);
        var changed = await WaitingHolds.Settle(
            context.Transaction, fact.UserId, context.Envelope.OccurredAt, clubId => all[clubId], now);
        context.AfterCommit(() =>
        {
            foreach (var booking in changed)
                after.Changed(booking.ClubId, booking.BusinessDay);
            foreach (var clubId in all.Keys)
                prices.Forget(clubId, fact.UserId);
        });
    }
}
