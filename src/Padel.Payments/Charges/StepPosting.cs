using Npgsql;
using Padel.Kernel;
using Padel.Payments.Ledger;

namespace Padel.Payments.Charges;

/// <summary>A step that stays in the house, as a posting.</summary>
internal static class StepPosting
{
    /// <param name="postings">How many the booking had when the plan was made.</param>
    public static async Task Post(
        NpgsqlTransaction transaction, Charge charge, MoneyStep step, int postings, int taxBasisPoints, DateTimeOffset now)
    {
        var accounts = new Accounts(charge.ClubId);
        var amount = new Money(step.AmountMinor, Currency.Of(charge.Currency));
        var (kind, reason, entries) = step.Kind switch
        {
            MoneyStepKind.Earn => (PostingKinds.Earned, "The game was played or the court was kept.",
                [Entry.Debit(accounts.Booking(charge.BookingId), amount), .. Earnings.Credits(accounts.Revenue, accounts, amount, taxBasisPoints)]),
            MoneyStepKind.KeepFee => (PostingKinds.Fee, FeeReason(charge),
                [Entry.Debit(accounts.Booking(charge.BookingId), amount), .. Earnings.Credits(accounts.Fees, accounts, amount, taxBasisPoints)]),
            MoneyStepKind.Owe => (PostingKinds.Fee, FeeReason(charge),
                [Entry.Debit(Receivable(accounts, charge), amount), .. Earnings.Credits(accounts.Fees, accounts, amount, taxBasisPoints)]),
            MoneyStepKind.PayFee => (PostingKinds.FeePaid, "A fee was paid.",
                new[] { Entry.Debit(accounts.Booking(charge.BookingId), amount), Entry.Credit(Receivable(accounts, charge), amount) }),
            MoneyStepKind.Forgive => (PostingKinds.FeeBack, $"The fee for booking {charge.Reference} was undone.",
                [Entry.Credit(Receivable(accounts, charge), amount), .. Earnings.Debits(accounts.Fees, accounts, amount, taxBasisPoints)]),
            _ => throw new InvalidOperationException($"{step.Kind} is no posting."),
        };
        // Named by how many there were: the same look at the same money cannot post twice.
        var posted = await GeneralLedger.Post(transaction, new Posting(
            charge.ClubId, kind, reason, "system", "booking", charge.BookingId, $"booking:{charge.BookingId}:{step.Kind}:{postings}", entries), now);
        if (!posted.IsSuccess)
            throw new InvalidOperationException($"Booking {charge.BookingId}, {step.Kind}: {posted.Error.Code}, though the charge was locked.");
    }

    private static string Receivable(Accounts accounts, Charge charge) =>
        accounts.Receivable(charge.PlayerId ?? throw new InvalidOperationException($"Booking {charge.BookingId} has nobody who could owe."));

    private static string FeeReason(Charge charge) =>
        charge.Status == "no_show" ? $"Nobody came to booking {charge.Reference}." : $"Booking {charge.Reference} was cancelled late.";
}
