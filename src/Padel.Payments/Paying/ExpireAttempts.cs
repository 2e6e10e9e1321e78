using Dapper;
using Padel.Payments.Gateways;
using Padel.Platform.Data;
using Padel.Platform.Jobs;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>
/// Ends attempts whose time is over and that no gateway can be asked about: transfers that did not come. Those at gateways end with their last
/// inquiry. If money comes all the same, it counts.
/// </summary>
internal sealed class ExpireAttempts(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock) : IJob
{
    private const int BatchSize = 100;
    private static readonly Finding TimeOver = Finding.Of(FindingKind.Expired, null, null, canRetry: true);

    public string Name => "payments.expire-attempts";

    public TimeSpan Every => TimeSpan.FromSeconds(10);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        var over = (await connection.QueryAsync<Guid>(
            """
            select payment_id from payments
            where status in ('created', 'pending') and expires_at <= @now and next_inquiry_at is null
            order by expires_at limit @BatchSize
            """, new { now, BatchSize })).AsList();
        foreach (var paymentId in over)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            await Settlement.Apply(transaction, paymentId, TimeOver, "expiry", now); // never refused: nothing is paid from anywhere
            await transaction.CommitAsync(CancellationToken.None);
        }

        if (over.Count > 0)
            signals.Raised(PaymentsModule.ServiceName);
        return new JobOutcome(over.Count, MoreWaiting: over.Count == BatchSize);
    }
}
