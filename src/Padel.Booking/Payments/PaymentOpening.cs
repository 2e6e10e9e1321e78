using Microsoft.Extensions.Logging;
using Padel.Contracts.Booking;
using Padel.Contracts.Payments;

namespace Padel.Booking.Payments;

/// <summary>
/// Tells Payments after the commit that a booking waits for money, so that its player can pay at once. A short cut only: the event says the
/// same, and does it when this fails.
/// </summary>
internal sealed partial class PaymentOpening(IEnumerable<IPaymentsClient> clients, TimeProvider clock, ILogger<PaymentOpening> logger)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(3);

    // Payments itself where it runs in this process; it is registered after the client by HTTP.
    private readonly IPaymentsClient? _payments = clients.LastOrDefault();

    public async Task Open(BookingFactV1 fact)
    {
        if (_payments is null)
            return;
        using var limit = new CancellationTokenSource(AnswerWithin, clock);
        try
        {
            // The booking is made, whatever becomes of this: the caller's own patience does not matter.
            await _payments.Open(fact, limit.Token);
        }
        catch (Exception error) // the booking stands; the event opens the payment a little later
        {
            Failed(logger, fact.BookingId, error);
        }
    }

    [LoggerMessage(EventId = 1651, Level = LogLevel.Warning, Message = "Payments did not open booking {BookingId}; the event will")]
    private static partial void Failed(ILogger logger, Guid bookingId, Exception error);
}
