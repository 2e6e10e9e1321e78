using Dapper;
using Microsoft.AspNetCore.Http;
using Padel.Payments.Gateways;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>
/// Begins a stored attempt at its gateway, and again for a second tab: hosted pages are drawn anew for the same attempt, a wallet is called
/// once, by whoever was first.
/// </summary>
internal sealed class BeginAtGateway(
    GatewayDesk desk, CallsBeside calls, Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    private static readonly Finding Busy =
        Finding.Of(FindingKind.Failed, NoAnswer.Busy, "Too many people are paying right now. Please try again in a moment.", canRetry: true);
    private static readonly Finding NoAccount =
        Finding.Of(FindingKind.Failed, NoAnswer.Unsupported, "The club cannot take this way of paying at the moment. Please choose another one.");
    private static readonly Finding DidNotBegin = Finding.Of(
        FindingKind.Failed, NoAnswer.Unreachable, "The payment page did not open, so nothing was paid. Please try again or choose another way to pay.", canRetry: true);

    /// <returns>What the player does next; null when that is nothing, or it did not begin.</returns>
    public async Task<PaymentActionBody?> Run(Payment payment, PayerInput payer, HttpContext http, CancellationToken cancellation)
    {
        if (PaymentData.Read(payment.GatewayData).GetValueOrDefault(PaymentData.Start) == PaymentActionBody.ApproveOnPhone)
            return OnPhone(payment);
        if (await desk.LineOf(payment, cancellation) is not { } line)
            return await End(payment, NoAccount);

        GatewayStart? start = null;
        var order = await desk.Order(payment, http, cancellation);
        var began = await desk.Guard(line.Gateway.Name, "start", async () =>
        {
            start = await line.Gateway.Start(order, line.Account, payer, cancellation);
            return start is GatewayStart.Refused refused ? refused.Finding : Finding.Of(FindingKind.Pending, null, null);
        }, cancellation);
        return start switch
        {
            GatewayStart.HandOver page => await Go(payment, page, new PaymentActionBody(PaymentActionBody.Form) { Url = page.Url, Fields = page.Fields }),
            GatewayStart.Redirect page => await Go(payment, page, new PaymentActionBody(PaymentActionBody.Redirect) { Url = page.Url }),
            GatewayStart.NeedsApproval approval => await Approve(payment, line, approval),
            GatewayStart.Refused => await End(payment, began with { Kind = FindingKind.Failed }),
            _ => await End(payment, DidNotBegin),
        };
    }

    private async Task<PaymentActionBody> Go(Payment payment, GatewayStart start, PaymentActionBody action)
    {
        await Began(payment, start, action.Kind, again: true);
        return action with { Until = payment.ExpiresAt };
    }

    // Two tabs may both come here; the row says who was first, and only that one calls.
    private async Task<PaymentActionBody?> Approve(Payment payment, GatewayLine line, GatewayStart.NeedsApproval approval)
    {
        if (await Began(payment, approval, PaymentActionBody.ApproveOnPhone, again: false)
            && !calls.TryRun(token => Call(payment.PaymentId, line, approval, token)))
            return await End(payment, Busy);
        return OnPhone(payment);
    }

    private async Task<bool> Began(Payment payment, GatewayStart start, string kind, bool again)
    {
        await using var connection = await database.Open(CancellationToken.None);
        return await connection.ExecuteAsync(
            """
            update payments set status = 'pending', gateway_data = gateway_data || @data::jsonb, updated_at = @now
            where payment_id = @PaymentId and (status = 'created' or (@again and status = 'pending'))
            """,
            new
            {
                payment.PaymentId, again, now = clock.Now(),
                data = PaymentData.Add("{}", [.. start.Data, new(PaymentData.Start, kind)]),
            }) == 1;
    }

    private async Task Call(Guid paymentId, GatewayLine line, GatewayStart.NeedsApproval approval, CancellationToken cancellation)
    {
        await using (var connection = await database.Open(cancellation))
        {
            if (await PaymentRows.Find(connection, paymentId) is not { IsLive: true })
                return; // it waited in line until its time was over, or another way was chosen
        }

        var finding = await desk.Guard(line.Gateway.Name, "approve", () => approval.Call(cancellation), cancellation);
        await Settle(paymentId, finding, line.MerchantId);
    }

    private async Task<PaymentActionBody?> End(Payment payment, Finding finding)
    {
        await Settle(payment.PaymentId, finding, merchantId: null);
        return null;
    }

    private async Task Settle(Guid paymentId, Finding finding, string? merchantId)
    {
        await using var connection = await database.Open(CancellationToken.None);
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        var now = clock.Now();
        var settled = await Settlement.Apply(transaction, paymentId, finding, "answer", now, merchantId);
        if (!settled.IsSuccess)
            throw new InvalidOperationException($"What the gateway said of payment {paymentId} cannot be settled: {settled.Error.Code}.");
        await GatewayMessages.KeepAnswer(transaction, settled.Value.Payment, "answer", finding, now);
        await transaction.CommitAsync(CancellationToken.None);
        signals.Raised(PaymentsModule.ServiceName);
    }

    private static PaymentActionBody OnPhone(Payment payment) => new(PaymentActionBody.ApproveOnPhone) { Until = payment.ExpiresAt };
}
