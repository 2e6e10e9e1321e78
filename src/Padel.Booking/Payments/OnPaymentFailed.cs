using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>An attempt to pay failed. The hold stays until it lapses: there is time to try again or another way.</summary>
internal sealed class OnPaymentFailed(PaymentNews news) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PaymentFactV1>();
        return news.Note(context, fact.BookingId, (transaction, bookingId) =>
            BookingMoney.Failed(transaction, fact.PaymentId, bookingId));
    }
}
