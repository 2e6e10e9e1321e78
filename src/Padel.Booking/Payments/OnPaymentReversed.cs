using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>A gateway took money back. The booking stands; what is missing is due again.</summary>
internal sealed class OnPaymentReversed(PaymentNews news) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PaymentFactV1>();
        return news.Note(context, fact.BookingId, (transaction, bookingId) =>
            BookingMoney.Reversed(transaction, fact.PaymentId, bookingId, fact.AmountMinor));
    }
}
