using Dapper;
using Npgsql;
using Padel.Payments.Gateways;
using Padel.Payments.Refunds;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Paying;

/// <summary>Stores what came in with its verdict, and settles what is verified, in one transaction. The second copy of an event changes nothing.</summary>
internal sealed class GatewayInbox(Database<PaymentsModule> database, EventSignals signals, TimeProvider clock)
{
    /// <returns>The payment it is about, after it; null when nobody knows it.</returns>
    public async Task<Payment?> Hear(GatewayLine line, Guid clubId, bool isReturn, Inbound inbound, CancellationToken cancellation)
    {
        var now = clock.Now();
        await using var connection = await database.Open(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var payment = await Find(transaction, line.Gateway.Name, clubId, inbound);
        var verdict = payment is null && inbound.Verdict is InboundVerdict.Verified or InboundVerdict.Hint && IsAboutOne(inbound)
            ? GatewayMessages.UnknownReference
            : GatewayMessages.VerdictOf(inbound.Verdict);
        if (inbound.Verdict == InboundVerdict.Forged)
            await MoneyTasks.OpenHourly(transaction, clubId, "forged_message",
                $"Somebody sent a message in the name of {line.Gateway.Name} that it did not sign. Nothing was done because of it.", now);

        // Before payments: a refund's charge and payment are not locked for its own state.
        var refunded = inbound is { Verdict: InboundVerdict.Verified, Refund: { RefundId: { } refundId } refund }
            ? await RefundSettlement.Apply(transaction, clubId, refundId, refund.Finding, line.Gateway.RefundsAreRepeatable, now)
            : null;
        var outcome = payment is null ? refunded?.Status : await Act(transaction, line, isReturn, inbound, payment, now);
        await GatewayMessages.Keep(
            transaction, clubId, line.Gateway.Name, isReturn ? "return" : "notification", verdict, inbound, payment?.PaymentId, outcome, now);
        await transaction.CommitAsync(CancellationToken.None);
        signals.Raised(PaymentsModule.ServiceName);
        return payment is null ? null : await PaymentRows.Find(connection, payment.PaymentId);
    }

    private static bool IsAboutOne(Inbound inbound) => (inbound.Reference ?? inbound.Finding?.GatewayReference) is not null;

    private static Task<Payment?> Find(NpgsqlTransaction transaction, string gateway, Guid clubId, Inbound inbound) =>
        transaction.Connection!.QueryFirstOrDefaultAsync<Payment>( // a transaction in use has its connection
            $"""
            select {PaymentRows.Columns} from payments
            where club_id = @clubId and gateway = @gateway
              and case when @Reference::text is not null then reference = @Reference else gateway_reference = @theirs end
            limit 1
            """, new { clubId, gateway, inbound.Reference, theirs = inbound.Finding?.GatewayReference }, transaction);

    /// <returns>What came of it, to be stored beside the message.</returns>
    private static async Task<string?> Act(
        NpgsqlTransaction transaction, GatewayLine line, bool isReturn, Inbound inbound, Payment payment, DateTimeOffset now)
    {
        if (inbound.Verdict == InboundVerdict.Verified && inbound.Finding is { } finding)
        {
            if (inbound.EventId is { } eventId && await GatewayMessages.IsKnown(transaction, payment.ClubId, line.Gateway.Name, eventId))
                return "known";
            return await Settle(transaction, line, payment, finding, isReturn ? "return" : "notification", now);
        }

        if (inbound.Verdict != InboundVerdict.Hint)
            return null;
        if (line.Gateway.CanInquire)
            return await LookNow(transaction, payment, now);
        // Nobody can be asked. That it failed may be told at once; that it was paid, only the notification says.
        return inbound.Finding switch
        {
            { Kind: FindingKind.Failed or FindingKind.Expired } no => await Settle(transaction, line, payment, no, "return", now),
            { Kind: FindingKind.Paid } => await Remember(transaction, payment),
            _ => null,
        };
    }

    private static async Task<string> Settle(
        NpgsqlTransaction transaction, GatewayLine line, Payment payment, Finding finding, string source, DateTimeOffset now)
    {
        var settled = await Settlement.Apply(transaction, payment.PaymentId, finding, source, now, line.MerchantId);
        return settled.IsSuccess
            ? settled.Value.Trouble ?? settled.Value.Payment.Status
            : throw new InvalidOperationException($"What {line.Gateway.Name} said of {payment.Reference} cannot be settled: {settled.Error.Code}.");
    }

    private static async Task<string> LookNow(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now)
    {
        await transaction.Connection!.ExecuteAsync( // as above
            "update payments set next_inquiry_at = @now where payment_id = @PaymentId and status <> 'paid'", new { payment.PaymentId, now }, transaction);
        return "asked";
    }

    private static async Task<string> Remember(NpgsqlTransaction transaction, Payment payment)
    {
        await transaction.Connection!.ExecuteAsync( // as above
            "update payments set gateway_data = gateway_data || jsonb_build_object(@SaidPaid::text, '1') where payment_id = @PaymentId",
            new { payment.PaymentId, PaymentData.SaidPaid }, transaction);
        return "awaits_notification";
    }
}
