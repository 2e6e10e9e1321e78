using Padel.Contracts.Booking;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Charges;

/// <summary>A booking has another state or price: what it owes follows, and so does the money held for it.</summary>
internal sealed class OnBookingFact(ChargeDesk charges, EventSignals signals, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        await charges.Keep(context.Transaction, context.Envelope.Read<BookingFactV1>(), clock.Now());
        context.AfterCommit(() => signals.Raised(PaymentsModule.ServiceName));
    }
}
