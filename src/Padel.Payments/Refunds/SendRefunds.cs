using Dapper;
using Microsoft.Extensions.Logging;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Platform.Data;
using Padel.Platform.Jobs;
using Padel.Platform.Messaging;

namespace Padel.Payments.Refunds;

/// <summary>
/// Sends refunds over their gateways. A refund is claimed and committed as <c>sending</c> before its gateway is asked, so that a process that
/// dies in between leaves a trace: found like this again, it may have been paid, and is asked about instead of sent, unless the gateway knows
/// a repeat by its key.
/// </summary>
internal sealed partial class SendRefunds(
    Database<PaymentsModule> database, GatewayDesk gateways, EventSignals signals, TimeProvider clock, ILogger<SendRefunds> logger) : IJob
{
    private const int BatchSize = 8;

    /// <summary>Longer than any call takes.</summary>
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(3);

    public string Name => "payments.send-refunds";

    public TimeSpan Every => TimeSpan.FromSeconds(5);

    public async Task<JobOutcome> Run(CancellationToken cancellation)
    {
        var claimed = await Claim(cancellation);
        foreach (var (refund, before) in claimed)
            await Send(refund, before, cancellation);
        return new JobOutcome(claimed.Count, MoreWaiting: claimed.Count == BatchSize);
    }

    private async Task<List<(Refund Refund, string Before)>> Claim(CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var due = (await connection.QueryAsync<Refund>(
            $"""
            select {RefundRows.Columns} from refunds where next_attempt_at <= @now order by next_attempt_at limit @BatchSize for update skip locked
            """, new { now, BatchSize }, transaction)).AsList();
        var claimed = due.ConvertAll(refund => (
            Refund: refund with
            {
                Status = refund.Status == RefundStatus.Requested ? RefundStatus.Sending : refund.Status, Attempts = refund.Attempts + 1,
                NextAttemptAt = now + ClaimedFor,
            },
            Before: refund.Status));
        foreach (var (refund, _) in claimed)
            await RefundRows.Update(transaction, refund, now);
        await transaction.CommitAsync(cancellation);
        return claimed;
    }

    private async Task Send(Refund refund, string before, CancellationToken cancellation)
    {
        var payment = await Find(refund, cancellation);
        var line = await gateways.LineOf(payment, cancellation);
        var repeatable = line?.Gateway.RefundsAreRepeatable == true;
        var finding = line is null ? new RefundFinding(RefundFindingKind.Refused, "no_account", "The club has no account at this gateway any more.", null)
            : before == RefundStatus.Requested || repeatable || refund.GatewayReference is not null ? await Ask(line, refund, payment, cancellation)
            : await Look(refund, payment, cancellation);

        await using var connection = await database.Open(CancellationToken.None); // past the point of no return: the gateway was asked
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        await RefundSettlement.Apply(transaction, refund.ClubId, refund.RefundId, finding, repeatable, clock.Now());
        await transaction.CommitAsync(CancellationToken.None);
        signals.Raised(PaymentsModule.ServiceName);
    }

    private async Task<Payment> Find(Refund refund, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        return await PaymentRows.Find(connection, refund.PaymentId) ?? throw new InvalidOperationException($"Refund {refund.RefundId} belongs to no payment.");
    }

    private async Task<RefundFinding> Ask(GatewayLine line, Refund refund, Payment payment, CancellationToken cancellation)
    {
        var order = new RefundOrder(
            refund.RefundId, refund.Reference, refund.Amount, payment.Amount, payment.Reference, PaymentData.ForGateway(payment.GatewayData),
            refund.GatewayReference);
        try
        {
            return await line.Gateway.Refund(order, line.Account, cancellation);
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested) // a client that stumbles has perhaps sent it
        {
            Stumbled(logger, line.Gateway.Name, refund.Reference, error);
            return new RefundFinding(RefundFindingKind.Unknown, NoAnswer.Unreadable, null, null);
        }
    }

    // No refund has a name of its own there: only one of the whole payment can be told from the payment's state.
    private async Task<RefundFinding> Look(Refund refund, Payment payment, CancellationToken cancellation)
    {
        var (finding, _) = await gateways.Inquire(payment, cancellation);
        return finding.Kind == FindingKind.Refunded && refund.Amount == payment.Amount
            ? new RefundFinding(RefundFindingKind.Done, finding.Code, finding.Text, finding.GatewayReference)
            : new RefundFinding(RefundFindingKind.Unknown, finding.Code, null, null);
    }

    [LoggerMessage(EventId = 1750, Level = LogLevel.Error, Message = "Asking {Gateway} to send refund {Reference} failed on our side; it may have gone")]
    private static partial void Stumbled(ILogger logger, string gateway, string reference, Exception error);
}
