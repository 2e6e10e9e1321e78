using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>An attempt to pay is under way.</summary>
internal sealed class OnPaymentStarted(PaymentNews news) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PaymentFactV1>();
        return news.Note(context, fact.BookingId, (transaction, bookingId) =>
            BookingMoney.Started(transaction, fact.PaymentId, bookingId));
    }
}
