using Npgsql;
using Padel.Contracts;
using Padel.Payments.Gateways;
using Padel.Payments.Paying;
using Padel.Platform.Messaging;

namespace Padel.Payments.Refunds;

/// <summary>The one place where what a gateway says of a refund becomes state. Nudge the relay after the commit.</summary>
internal static class RefundSettlement
{
    /// <summary>In the caller's transaction. Told twice, or late, or for a refund that went another way meanwhile: nothing goes out twice.</summary>
    /// <param name="clubId">Whose account the gateway spoke of: another club's refund is left alone.</param>
    /// <returns>Null when there is no such refund.</returns>
    public static async Task<Refund?> Apply(
        NpgsqlTransaction transaction, Guid clubId, Guid refundId, RefundFinding finding, bool repeatable, DateTimeOffset now)
    {
        if (await RefundRows.Lock(transaction, refundId) is not { } refund || refund.ClubId != clubId)
            return null;
        var decision = RefundDecision.Of(refund, finding, repeatable, now);
        if (decision.IsDone)
            return await RefundCompletion.Complete(transaction, decision.Refund, await PaymentOf(transaction, refund), "system", now);

        await RefundRows.Update(transaction, decision.Refund, now);
        if (decision is { TaskKind: { } kind, TaskText: { } text })
            await MoneyTasks.Open(transaction, clubId, kind, "refund", refundId, text, now, new { refund.BookingId, refund.PaymentId, refund.Reference, finding.Code });
        if (decision.IsRefused)
        {
            await Outbox.Append(transaction, new OutgoingEvent(
                EventTypes.Payments.RefundFailed, clubId, RefundCompletion.Fact(decision.Refund, finding.Code, "system")), now);
        }

        return decision.Refund;
    }

    public static async Task<Payment> PaymentOf(NpgsqlTransaction transaction, Refund refund) =>
        await PaymentRows.Find(transaction.Connection!, refund.PaymentId) // a transaction in use has its connection
            ?? throw new InvalidOperationException($"Refund {refund.RefundId} belongs to no payment.");
}
