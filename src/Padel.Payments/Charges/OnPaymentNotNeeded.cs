using Npgsql;
using Padel.Contracts.Booking;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Payments.Paying;
using Padel.Payments.Refunds;
using Padel.Payments.Wallet;
using Padel.Platform.Data;
using Padel.Platform.Messaging;

namespace Padel.Payments.Charges;

/// <summary>
/// Money came for a booking that has no use for it: it becomes the player's credit. What came out of a plan goes back into it, and a guest, who
/// has no wallet, gets a refund.
/// </summary>
internal sealed class OnPaymentNotNeeded(RefundDesk refunds, EventSignals signals, TimeProvider clock) : IEventHandler
{
    public async Task Handle(EventContext context, CancellationToken cancellation)
    {
        var fact = context.Envelope.Read<PaymentNotNeededV1>();
        var now = clock.Now();
        var charge = await ChargeRows.Lock(context.Transaction, fact.BookingId)
            ?? throw new InvalidOperationException($"Booking {fact.BookingId} is not known here yet.");
        var payment = await PaymentRows.Lock(context.Transaction, fact.PaymentId);
        if (payment is not { SettledAs: "booking" })
            return;
        var amount = Money.Min(new Money(fact.AmountMinor, payment.Amount.Currency), Money.Min(payment.Kept, await Held(context.Transaction, charge)));
        if (amount.AmountMinor <= 0)
            return;
        if (payment is { PlayerId: { } playerId, Method: not "plan" })
            await ToWallet(context.Transaction, charge, payment, playerId, amount, fact.Why, now);
        else
            await GiveBack(context.Transaction, charge, payment, amount, fact.Why, now);
        context.AfterCommit(() => signals.Raised(PaymentsModule.ServiceName));
    }

    private static Task<Money> Held(NpgsqlTransaction transaction, Charge charge) =>
        GeneralLedger.Balance(transaction.Connection!, new Accounts(charge.ClubId).Booking(charge.BookingId), charge.Price.Currency, transaction); // a transaction in use has its connection

    private static async Task ToWallet(
        NpgsqlTransaction transaction, Charge charge, Payment payment, Guid playerId, Money amount, string why, DateTimeOffset now)
    {
        var accounts = new Accounts(charge.ClubId);
        var text = Reason(charge, why);
        var posted = await GeneralLedger.Post(transaction, new Posting(
            charge.ClubId, "not_needed", text, "system", "booking", charge.BookingId, $"payment:{payment.PaymentId}:not-needed",
            Entry.Debit(accounts.Booking(charge.BookingId), amount), Entry.Credit(accounts.Wallet(playerId), amount)), now);
        if (!posted.IsSuccess)
            throw new InvalidOperationException($"Booking {charge.BookingId} does not hold {amount}, though it was locked.");
        if (!posted.Value)
            return; // told again
        var moved = payment.NotNeededMinor + amount.AmountMinor;
        await PaymentRows.Save(transaction, payment with
        {
            NotNeededMinor = moved, SettledAs = moved == payment.AmountMinor ? "wallet" : payment.SettledAs,
        }, now);
        await WalletNews.Tell(transaction, charge.ClubId, playerId, amount, "not_needed", text, now);
    }

    private async Task GiveBack(NpgsqlTransaction transaction, Charge charge, Payment payment, Money amount, string why, DateTimeOffset now)
    {
        var wish = new RefundWish(amount.AmountMinor, RefundDestination.Source, RefundKind.NotNeeded, Reason(charge, why), "system") { PaymentId = payment.PaymentId };
        var asked = await refunds.Ask(transaction, charge, wish, now);
        if (!asked.IsSuccess)
            throw new InvalidOperationException($"{amount} of {payment.Reference} cannot go back: {asked.Error.Code}.");
        if (amount == payment.Amount && payment.Method != "plan")
            await PaymentRows.Save(transaction, payment with { SettledAs = "refund" }, now);
    }

    private static string Reason(Charge charge, string why) => why switch
    {
        "slot_gone" => $"The time of booking {charge.Reference} was taken when the payment came.",
        "begun" => $"The game of booking {charge.Reference} had begun when the payment came.",
        "cancelled" => $"Booking {charge.Reference} was cancelled when the payment came.",
        _ => $"Booking {charge.Reference} was paid already.",
    };
}
