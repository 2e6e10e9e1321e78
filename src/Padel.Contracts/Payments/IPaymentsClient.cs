using Padel.Contracts.Booking;

namespace Padel.Contracts.Payments;

/// <summary>
/// How Booking nudges Payments after its commit, so that a player need not wait for the event. It does what the event does, as often as it
/// is called; when it fails the event will do it. In process, or by HTTP when Payments runs elsewhere.
/// </summary>
public interface IPaymentsClient
{
    /// <exception cref="TimeoutException">No answer in 3 seconds.</exception>
    Task Open(BookingFactV1 fact, CancellationToken cancellation);
}
