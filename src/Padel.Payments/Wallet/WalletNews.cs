using Npgsql;
using Padel.Contracts;
using Padel.Contracts.Payments;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Platform.Messaging;

namespace Padel.Payments.Wallet;

/// <summary>Tells that a player's credit changed, in the transaction that changed it.</summary>
internal static class WalletNews
{
    /// <param name="change">Signed; the posting is written before.</param>
    /// <param name="kind"><c>top_up</c>, <c>payment</c>, <c>refund</c>, <c>not_needed</c>, <c>adjustment</c> or <c>reversal</c>.</param>
    public static async Task Tell(
        NpgsqlTransaction transaction, Guid clubId, Guid playerId, Money change, string kind, string text, DateTimeOffset now)
    {
        if (change.IsZero)
            return;
        var balance = await GeneralLedger.Balance(
            transaction.Connection!, new Accounts(clubId).Wallet(playerId), change.Currency, transaction); // a transaction in use has its connection
        await Outbox.Append(transaction, new OutgoingEvent(EventTypes.Payments.WalletChanged, clubId,
            new WalletChangedV1(clubId, playerId, change.AmountMinor, balance.AmountMinor, change.Currency.Code, kind, text)), now);
    }
}
