using Npgsql;
using Padel.Contracts.Booking;
using Padel.Payments.Refunds;

namespace Padel.Payments.Charges;

/// <summary>
/// What becomes of the money held for a booking when the booking changes, or when money comes for one that is over: earned, kept as a fee,
/// owed, given back. <see cref="MoneyPlan"/> decides; this writes, in the caller's transaction.
/// </summary>
internal sealed class Consequences(RefundDesk refunds)
{
    /// <summary>Booking told of a newer version, and it is stored.</summary>
    public async Task AfterFact(NpgsqlTransaction transaction, BookingFactV1 fact, DateTimeOffset now)
    {
        if (await ChargeRows.Lock(transaction, fact.BookingId) is { } charge)
            await Apply(transaction, charge, fact.PaidMinor, now);
    }

    /// <summary>
    /// Money came for a booking that is over: what it owed is paid and earned. The rest stays until Booking has judged it. A live booking's
    /// money is left alone. The caller has locked the charge.
    /// </summary>
    public static async Task AfterPayment(NpgsqlTransaction transaction, Charge charge, DateTimeOffset now)
    {
        if (!charge.IsOver)
            return;
        var money = await BookingMoney.Read(transaction, charge);
        var tax = await MoneyOut.TaxOf(transaction, charge.ClubId);
        foreach (var step in MoneyPlan.Of(charge, money, mayGoBack: 0))
            await StepPosting.Post(transaction, charge, step, money.Postings, tax, now);
    }

    /// <summary>Booking has had its time to judge: what is still held for a booking that is over goes back.</summary>
    /// <returns>Whether anything was left to do.</returns>
    public async Task<bool> AtLast(NpgsqlTransaction transaction, Guid bookingId, DateTimeOffset now)
    {
        if (await ChargeRows.Lock(transaction, bookingId) is not { IsOver: true } charge)
            return false;
        await Apply(transaction, charge, mayGoBack: long.MaxValue, now);
        var rest = await BookingMoney.Read(transaction, charge);
        if (rest.Held > 0)
            await GiveBack(transaction, charge, rest.Held, null, now);
        return true;
    }

    private async Task Apply(NpgsqlTransaction transaction, Charge charge, long mayGoBack, DateTimeOffset now)
    {
        var money = await BookingMoney.Read(transaction, charge);
        var steps = MoneyPlan.Of(charge, money, mayGoBack);
        if (steps.Count == 0)
            return;
        var tax = await MoneyOut.TaxOf(transaction, charge.ClubId);
        foreach (var step in steps)
        {
            if (step.Kind == MoneyStepKind.GiveBack)
                await GiveBack(transaction, charge, step.AmountMinor, mayGoBack, now);
            else
                await StepPosting.Post(transaction, charge, step, money.Postings, tax, now);
        }
    }

    private async Task GiveBack(
        NpgsqlTransaction transaction, Charge charge, long amountMinor, long? countedMinor, DateTimeOffset now)
    {
        var kind = charge.Status is "cancelled" or "expired" ? RefundKind.Cancellation : RefundKind.PriceDifference;
        var asked = await refunds.Ask(transaction, charge, new RefundWish(
            amountMinor, RefundDestination.Source, kind, Usual(charge), "system") { CountedMinor = countedMinor }, now);
        if (!asked.IsSuccess)
            throw new InvalidOperationException($"Booking {charge.BookingId} holds {amountMinor} that cannot go back: {asked.Error.Code}.");
    }

    private static string Usual(Charge charge) =>
        charge.Status switch
        {
            "cancelled" => $"Booking {charge.Reference} was cancelled.",
            "expired" => $"Booking {charge.Reference} was not confirmed in time.",
            _ => $"Booking {charge.Reference} costs less now.",
        };
}
