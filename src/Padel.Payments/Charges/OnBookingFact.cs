using Padel.Contracts.Booking;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Charges;

/// <summary>A booking has another state or price: what it owes follows.</summary>
internal sealed class OnBookingFact(TimeProvider clock) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation) =>
        ChargeRows.Keep(context.Transaction, context.Envelope.Read<BookingFactV1>(), clock.Now());
}
