using Padel.Contracts.Booking;
using Padel.Contracts.Payments;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Charges;

/// <summary>Booking's nudge, in this process: the same way as the event.</summary>
internal sealed class PaymentsClient(Database<PaymentsModule> database, ChargeDesk charges, EventSignals signals, TimeProvider clock) : IPaymentsClient
{
    public async Task Open(BookingFactV1 fact, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await charges.Keep(transaction, fact, clock.Now());
        await transaction.CommitAsync(cancellation);
        signals.Raised(PaymentsModule.ServiceName);
    }
}
