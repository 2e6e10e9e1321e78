using Padel.Contracts.Payments;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>Money went back. What the booking never took, because it was not needed, is no less than before.</summary>
internal sealed class OnRefundCompleted(PaymentNews news) : IEventHandler
{
    private const string NotNeeded = "not_needed";

    public Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<RefundFactV1>();
        return news.Note(context, fact.Reason == NotNeeded ? null : fact.BookingId, (transaction, bookingId) =>
            BookingMoney.Refunded(transaction, fact.PaymentId, bookingId, fact.AmountMinor));
    }
}
