using Padel.Contracts.Booking;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Charges;

/// <summary>A booking has another state or price: what it owes follows, and so does the money held for it.</summary>
internal sealed class OnBookingFact(Consequences consequences, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<BookingFactV1>();
        var now = clock.Now();
        if (await ChargeRows.Keep(context.Transaction, fact, now))
            await consequences.AfterFact(context.Transaction, fact, now);
    }
}
