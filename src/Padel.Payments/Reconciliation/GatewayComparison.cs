using Dapper;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Reconciliation;

/// <summary>
/// Asks gateways once more about what they said was paid, an hour later: taken back, disputed or refunded meanwhile, or never heard of. Claimed
/// first, asked outside of any transaction. Payments whose money is on its way back have their own watch.
/// </summary>
internal sealed class GatewayComparison(GatewayDesk gateways, Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    public static readonly TimeSpan After = TimeSpan.FromHours(1);
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(2);
    private const int BatchSize = 20;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var claimed = await Claim(cancellation);
        foreach (var payment in claimed)
            await Compare(payment, cancellation);
        return claimed.Count;
    }

    private async Task<List<Payment>> Claim(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<Payment>(
            $"""
            update payments set compared_at = @now where payment_id in (
                select payment_id from payments
                where status = 'paid' and gateway is not null and compared_at is null and paid_at between @since and @before and refunded_minor = 0
                order by paid_at limit @BatchSize for update skip locked)
            returning {PaymentRows.Columns}
            """, new { now, since = now - LooksBack, before = now - After, BatchSize })).AsList();
    }

    private async Task Compare(Payment payment, CancellationToken cancellation)
    {
        var (finding, merchantId) = await gateways.Inquire(payment, cancellation);
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = clock.Now();
        switch (finding.Kind)
        {
            case FindingKind.Unknown when finding.Code != NoAnswer.Unsupported:
                await connection.ExecuteAsync("update payments set compared_at = null where payment_id = @PaymentId", new { payment.PaymentId }, transaction);
                break;
            case FindingKind.NotFound or FindingKind.Failed or FindingKind.Expired:
                await Mismatches.Open(transaction, payment.ClubId, "payment", payment.PaymentId,
                    $"{payment.Reference} ({payment.Amount}) counts as paid here, and the gateway says otherwise ({finding.Code ?? "no code"}).", now);
                break;
            case FindingKind.Reversed or FindingKind.Disputed or FindingKind.Refunded:
                await Settlement.Apply(transaction, payment.PaymentId, finding, "inquiry", now, merchantId); // never refused: nothing is paid from anywhere
                break;
            default:
                break; // they agree, or it cannot be asked
        }

        await transaction.CommitAsync(CancellationToken.None);
        signals.Raised(PaymentsModule.ServiceName);
    }
}
