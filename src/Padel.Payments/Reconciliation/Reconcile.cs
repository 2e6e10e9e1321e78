using Padel.Platform.Jobs;

namespace Padel.Payments.Reconciliation;

/// <summary>
/// Every few minutes: what gateways, payments, the ledger and bookings say is compared. What is safe is repaired (told again, given back, asked
/// again); the rest becomes money tasks. Each look is bounded; what is left comes next time.
/// </summary>
internal sealed class Reconcile(HeldTooLong held, UnheardPayments unheard, GatewayComparison gateways, LedgerComparison ledger) : IJob
{
    public string Name => "payments.reconcile";

    public TimeSpan Every => TimeSpan.FromMinutes(3);

    public async Task<JobOutcome> Run(CancellationToken cancellation) => new(
        await held.Run(cancellation) + await unheard.Run(cancellation) + await gateways.Run(cancellation) + await ledger.Run(cancellation));
}
