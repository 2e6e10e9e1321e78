using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>Money of a booking went back. What it never took, because it was not needed, names no booking.</summary>
internal sealed class OnRefundCompleted(PaymentNews news) : IEventHandler
{
    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<RefundFactV1>();
        return news.Note(context, fact.BookingId, (transaction, bookingId) =>
            BookingMoney.Refunded(transaction, fact.PaymentId, bookingId, fact.AmountMinor));
    }
}
