using Dapper;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>
/// Asks gateways what became of attempts. Whoever asks first claims the attempt by moving its next time on, so that nobody asks twice, and a
/// process that dies while asking is followed by another.
/// </summary>
internal sealed class Inquirer(GatewayDesk desk, CallsBeside calls, Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    /// <summary>How long a claim holds: longer than any call takes.</summary>
    private static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(2);

    /// <summary>Somebody who looks at the page may ask so often.</summary>
    private static readonly TimeSpan AskedAtMostEvery = TimeSpan.FromSeconds(2);

    /// <summary>Attempts whose time to be asked about has come.</summary>
    public async Task<IReadOnlyList<Payment>> ClaimDue(int atMost, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        return (await connection.QueryAsync<Payment>(
            $"""
            update payments set next_inquiry_at = @until, inquiries = inquiries + 1
            where payment_id in (
                select payment_id from payments where next_inquiry_at <= @now order by next_inquiry_at limit @atMost for update skip locked)
            returning {PaymentRows.Columns}
            """, new { now, until = now + ClaimedFor, atMost })).AsList();
    }

    /// <summary>One attempt, because somebody wants to know.</summary>
    /// <returns>Null when it was asked about a moment ago, or there is nothing to ask.</returns>
    public async Task<Payment?> Claim(Guid paymentId, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        return await connection.QuerySingleOrDefaultAsync<Payment>(
            $"""
            update payments set next_inquiry_at = @until, gateway_data = gateway_data || jsonb_build_object('.asked', @stamp::text), updated_at = @now
            where payment_id = @paymentId and gateway is not null and status <> 'paid'
              and coalesce((gateway_data ->> '.asked')::bigint, 0) <= @latest
            returning {PaymentRows.Columns}
            """,
            new { paymentId, now, until = now + ClaimedFor, stamp = now.ToUnixTimeMilliseconds(), latest = (now - AskedAtMostEvery).ToUnixTimeMilliseconds() });
    }

    /// <summary>Asks and settles. The attempt is claimed; no transaction is open while the gateway thinks.</summary>
    public async Task Look(Payment payment, CancellationToken cancellation)
    {
        var (finding, merchantId) = await desk.Inquire(payment, cancellation);
        await using var connection = await database.Open(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        var now = clock.Now();
        var settled = await Settlement.Apply(transaction, payment.PaymentId, finding, "inquiry", now, merchantId);
        if (!settled.IsSuccess)
            throw new InvalidOperationException($"What an inquiry said of {payment.Reference} cannot be settled: {settled.Error.Code}.");
        if (settled.Value is not { Act: SettlementAct.None or SettlementAct.Wait, Trouble: null })
            await GatewayMessages.KeepAnswer(transaction, settled.Value.Payment, "inquiry", finding, now);
        await transaction.CommitAsync(CancellationToken.None);
        signals.Raised(PaymentsModule.ServiceName);
        if (settled.Value.Act == SettlementAct.Expire)
            calls.TryRun(token => desk.Cancel(settled.Value.Payment, token));
    }

    /// <summary>Asks for somebody who waits, but not for long: who comes too early learns it from the page a little later.</summary>
    public async Task LookWithin(TimeSpan patience, Guid paymentId, CancellationToken cancellation)
    {
        if (await Claim(paymentId, cancellation) is not { } payment)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        try
        {
            await Look(payment, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            await AskSoon(paymentId);
        }
    }

    /// <summary>The job asks next.</summary>
    private async Task AskSoon(Guid paymentId)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await connection.ExecuteAsync(
            "update payments set next_inquiry_at = @now where payment_id = @paymentId and status <> 'paid' and gateway is not null",
            new { paymentId, now = clock.Now() });
    }
}
