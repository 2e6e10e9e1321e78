using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Gateways;
using Padel.Payments.Ledger;
using Padel.Payments.Plans;
using Padel.Payments.Receipts;
using Padel.Payments.Wallet;

namespace Padel.Payments.Paying;

/// <summary>
/// The one place where what was heard of a payment becomes state: under the locks of charge and payment, by compare and set, with ledger,
/// receipt and events in one transaction. Nudge the relay after the commit.
/// </summary>
internal static class Settlement
{
    /// <param name="source">Who said it: <c>answer</c>, <c>notification</c>, <c>return</c>, <c>inquiry</c>, <c>desk</c>, <c>statement</c>.</param>
    /// <param name="merchantId">Who we are at the gateway, to compare with who it names.</param>
    /// <returns>
    /// <c>payments.insufficient_funds</c> or <c>payments.no_plan</c> when it is to be paid from what is not there: then the caller rolls back.
    /// </returns>
    public static async Task<Result<Settled>> Apply(
        NpgsqlTransaction transaction, Guid paymentId, Finding finding, string source, DateTimeOffset now, string? merchantId = null)
    {
        var (payment, charge) = await Lock(transaction, paymentId);
        var decision = SettlementDecision.Decide(payment, finding, merchantId, now);
        payment = payment with
        {
            GatewayReference = finding.GatewayReference ?? payment.GatewayReference,
            GatewayData = PaymentData.Add(payment.GatewayData, finding.Data),
            NextInquiryAt = decision.NextInquiryAt,
        };
        var settled = await Act(transaction, payment, charge, decision, now);
        if (!settled.IsSuccess)
            return settled.Error;
        if (decision is { Trouble: { } trouble, TroubleText: { } text })
            await MoneyTasks.Open(transaction, payment.ClubId, trouble, "payment", paymentId, text, now, new { payment.Reference, source, finding.Code });
        PaymentMeter.Settled(settled.Value, decision.Act);
        return new Settled(settled.Value, decision.Act, decision.Trouble);
    }

    private static async Task<(Payment Payment, Charge? Charge)> Lock(NpgsqlTransaction transaction, Guid paymentId)
    {
        var seen = await PaymentRows.Find(transaction.Connection!, paymentId) // a transaction in use has its connection
            ?? throw new InvalidOperationException($"There is no payment {paymentId}.");
        var charge = seen.BookingId is { } bookingId ? await ChargeRows.Lock(transaction, bookingId) : null;
        return ((await PaymentRows.Lock(transaction, paymentId))!, charge); // payments are never deleted
    }

    private static async Task<Result<Payment>> Act(
        NpgsqlTransaction transaction, Payment payment, Charge? charge, SettlementDecision decision, DateTimeOffset now)
    {
        switch (decision.Act)
        {
            case SettlementAct.Pay:
                return await Pay(transaction, payment, charge, now);
            case SettlementAct.TakeBack:
                return await TakeBack(transaction, payment, decision, now);
            case SettlementAct.Fail or SettlementAct.Expire:
                var ended = payment with
                {
                    Status = decision.Act == SettlementAct.Fail ? PaymentStatus.Failed : PaymentStatus.Expired,
                    FailureCode = decision.FailureCode, FailureText = decision.FailureText, CanRetry = decision.CanRetry,
                };
                await Save(transaction, ended, now);
                await PaymentNews.Failed(transaction, ended, now);
                return ended;
            default:
                var waiting = decision.Act == SettlementAct.Wait ? payment with { Status = PaymentStatus.Pending } : payment;
                await Save(transaction, waiting, now);
                return waiting;
        }
    }

    private static async Task<Result<Payment>> Pay(NpgsqlTransaction transaction, Payment payment, Charge? charge, DateTimeOffset now)
    {
        var source = await SourceOf(transaction, payment, charge, now);
        if (!source.IsSuccess)
            return source.Error;
        var paid = payment with
        {
            Status = PaymentStatus.Paid,
            SettledAs = payment.Purpose switch { "booking" => "booking", "top_up" => "wallet", _ => "plan" },
            PlanId = source.Value.PlanId, PaidAt = now, FailureCode = null, FailureText = null, NextInquiryAt = null,
        };
        var posted = await GeneralLedger.Post(transaction, SettlementPostings.Paid(paid, source.Value.Debits), now);
        if (!posted.IsSuccess)
            return posted.Error;
        await Save(transaction, paid, now);
        if (paid.Purpose == "plan")
            await PlanDesk.Begun(transaction, paid, now);
        if (charge is not null)
            await Consequences.AfterPayment(transaction, charge, now);
        await ReceiptBook.ForPayment(transaction, paid.PaymentId, now);
        await PaymentNews.Completed(transaction, paid, now);
        if (paid is { PlayerId: { } playerId } && paid.Purpose == "top_up")
            await WalletNews.Tell(transaction, paid.ClubId, playerId, paid.Amount, "top_up", $"Top-up {paid.Reference}", now);
        else if (paid is { PlayerId: { } payer, Method: "wallet" })
            await WalletNews.Tell(transaction, paid.ClubId, payer, Money.Zero(paid.Amount.Currency) - paid.Amount, "payment", PaidFor(paid, charge), now);
        return paid;
    }

    private static async Task<Result<(Guid? PlanId, IReadOnlyList<Entry> Debits)>> SourceOf(
        NpgsqlTransaction transaction, Payment payment, Charge? charge, DateTimeOffset now)
    {
        if (payment.Method == "plan" && charge is not null)
            return (await PlanDesk.Use(transaction, payment, charge, now)).Then<(Guid?, IReadOnlyList<Entry>)>(use => (use.PlanId, use.Debits));
        var planId = payment.Purpose == "plan" ? payment.PlanId ?? await PlanDesk.Begin(transaction, payment, now) : payment.PlanId;
        return (planId, [Entry.Debit(SettlementPostings.Source(payment), payment.Amount)]);
    }

    // The gateway has the money already; the booking or wallet gives what it still holds of it, and the rest is the club's loss.
    private static async Task<Result<Payment>> TakeBack(NpgsqlTransaction transaction, Payment payment, SettlementDecision decision, DateTimeOffset now)
    {
        var currency = payment.Amount.Currency;
        var taken = new Money(decision.AmountMinor, currency);
        if (payment is { Purpose: "plan", PlanId: { } planId })
            await PlanRows.Lock(transaction, planId); // plans before accounts
        var holder = payment is { SettledAs: "wallet", PlayerId: { } owner } ? new Accounts(payment.ClubId).Wallet(owner) : SettlementPostings.Target(payment);
        var held = new Money(await transaction.Connection!.ExecuteScalarAsync<long?>( // a transaction in use has its connection
            "select balance_minor from balances where account = @holder for update", new { holder }, transaction) ?? 0, currency);
        var given = Money.Min(taken, held);
        var posted = await GeneralLedger.Post(
            transaction, SettlementPostings.TakenBack(payment, taken, holder, given, decision.TroubleText ?? "Taken back by the gateway"), now);
        if (!posted.IsSuccess)
            return posted.Error;

        var ofBooking = payment.SettledAs == "booking" ? Math.Min(payment.Kept.AmountMinor, taken.AmountMinor) : 0;
        var reversed = payment with
        {
            ReversedMinor = taken.AmountMinor, FailureCode = decision.FailureCode, FailureText = decision.FailureText, NextInquiryAt = null,
        };
        await Save(transaction, reversed, now);
        if (payment.Purpose == "plan")
            await PlanEnding.Reverse(transaction, payment, now);
        await PaymentNews.Reversed(transaction, reversed, taken.AmountMinor, ofBooking, now);
        if (payment is { SettledAs: "wallet", PlayerId: { } playerId })
            await WalletNews.Tell(transaction, payment.ClubId, playerId, Money.Zero(currency) - given, "reversal", $"{payment.Reference} was taken back", now);
        return reversed;
    }

    private static async Task Save(NpgsqlTransaction transaction, Payment payment, DateTimeOffset now)
    {
        if (!await PaymentRows.Save(transaction, payment, now))
            throw new InvalidOperationException($"Payment {payment.Reference} cannot go from what it is to {payment.Status}.");
    }

    private static string PaidFor(Payment payment, Charge? charge) => charge is null ? $"Payment {payment.Reference}" : $"Booking {charge.Reference}";
}
