using Npgsql;
using Padel.Booking.Bookings;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Booking.Payments;

/// <summary>What the handlers of payment facts do alike: lock the booking, note what is new of the payment, count anew, tell the boards.</summary>
internal sealed class PaymentNews(AfterBooking after, TimeProvider clock)
{
    /// <param name="bookingId">Null: the payment is for something else.</param>
    public async Task Note(EventContext context, Guid? bookingId, Func<NpgsqlTransaction, Guid, Task> write)
    {
        if (bookingId is not { } id)
            return;
        var booking = (await BookingRows.Lock(context.Transaction, id)).SingleOrDefault()
            ?? throw new InvalidOperationException($"Event {context.Envelope.EventId} is about no booking of ours.");
        await write(context.Transaction, id);
        await BookingMoney.Count(context.Transaction, booking, clock.Now());
        context.AfterCommit(() => after.Changed(booking.ClubId, booking.BusinessDay));
    }
}
