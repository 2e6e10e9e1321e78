using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Plans;
using Padel.Payments.Receipts;
using Padel.Payments.Tasks;
using Padel.Payments.Wallet;
using Padel.Platform.Messaging;

namespace Padel.Payments.Refunds;

/// <summary>The money has gone: the one place where a refund becomes done, with its posting, credit note and events.</summary>
internal static class RefundCompletion
{
    /// <summary>In the caller's transaction, which has locked the refund or has just written it. Done once: done already changes nothing.</summary>
    /// <param name="byHand">Staff moved it themselves over the way it came, instead of a machine.</param>
    public static async Task<Refund> Complete(
        NpgsqlTransaction transaction, Refund refund, Payment payment, string actor, DateTimeOffset now, bool byHand = false)
    {
        if (refund.Status == RefundStatus.Done)
            return refund;
        var done = refund with { Status = RefundStatus.Done, DoneAt = now, NextAttemptAt = null, FailureCode = null, FailureText = null };
        await RefundRows.Update(transaction, done, now);
        await Post(transaction, done, payment, actor, now);
        await MoneyTaskRows.Close(transaction, refund.RefundId, actor, byHand ? "Done by hand." : "The money has gone.", now);
        await ReceiptBook.ForRefund(transaction, refund.RefundId, now);
        await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Payments.RefundCompleted, done.ClubId, Fact(done, done.Kind, actor)), now);
        return done;
    }

    private static async Task Post(NpgsqlTransaction transaction, Refund refund, Payment payment, string actor, DateTimeOffset now)
    {
        var accounts = new Accounts(refund.ClubId);
        IReadOnlyList<Entry> credits = refund.Destination == RefundDestination.Plan
            ? await PlanDesk.GiveBack(transaction, payment, refund.Amount)
            : [Entry.Credit(Target(accounts, refund, payment), refund.Amount)];
        var posted = await GeneralLedger.Post(transaction, new Posting(
            refund.ClubId, PostingKinds.Refund, refund.Reason, actor, "refund", refund.RefundId, $"refund:{refund.RefundId}:done",
            [Entry.Debit(accounts.RefundsPayable, refund.Amount), .. credits]), now);
        if (!posted.IsSuccess)
            throw new InvalidOperationException($"Refund {refund.RefundId}: {posted.Error.Code}.");

        // Also what comes back out of a plan that is over.
        if (refund.PlayerId is not { } player)
            return;
        var toWallet = credits.Where(entry => entry.Account == accounts.Wallet(player)).Sum(entry => -entry.AmountMinor);
        await WalletNews.Tell(transaction, refund.ClubId, player, refund.Amount with { AmountMinor = toWallet }, "refund", refund.Reason, now);
    }

    private static string Target(Accounts accounts, Refund refund, Payment payment) =>
        refund.Destination switch
        {
            RefundDestination.Wallet => accounts.Wallet(PlayerOf(refund)),
            RefundDestination.Cash => accounts.Cash,
            _ when payment.Gateway is { } gateway => accounts.Gateway(gateway),
            _ => payment.Method switch { "terminal" => accounts.Terminal, "cash" => accounts.Cash, _ => accounts.Bank },
        };

    /// <summary>A booking hears of no refund of money it never counted.</summary>
    public static RefundFactV1 Fact(Refund refund, string? reason, string actor) =>
        new(refund.RefundId, refund.PaymentId, refund.ClubId, refund.PlayerId, refund.Kind == RefundKind.NotNeeded ? null : refund.BookingId,
            refund.AmountMinor, refund.Currency, refund.Destination, reason, actor);

    private static Guid PlayerOf(Refund refund) =>
        refund.PlayerId ?? throw new InvalidOperationException($"Refund {refund.RefundId} goes to a wallet and names nobody.");
}
