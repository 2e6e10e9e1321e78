using Dapper;
using Npgsql;
using Padel.Kernel;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;

namespace Padel.Payments.Refunds;

/// <summary>Takes money out of a booking: what is held first, then what was earned with it, then its fees.</summary>
internal static class MoneyOut
{
    public static Task ForRefund(NpgsqlTransaction transaction, Charge charge, Refund refund, DateTimeOffset now) =>
        Take(transaction, charge, refund.Amount, new Taking(
            new Accounts(charge.ClubId).RefundsPayable, $"refund:{refund.RefundId}:asked", PostingKinds.RefundAsked, refund.Reason, refund.RequestedBy), now);

    /// <summary>In the caller's transaction, which has locked the charge.</summary>
    /// <exception cref="InvalidOperationException">There is not that much: the caller asks <see cref="BookingMoney.Taken"/> first.</exception>
    public static async Task Take(NpgsqlTransaction transaction, Charge charge, Money amount, Taking taking, DateTimeOffset now)
    {
        var money = await BookingMoney.Read(transaction, charge);
        var accounts = new Accounts(charge.ClubId);
        var held = Math.Min(amount.AmountMinor, money.Held);
        var earned = Math.Min(amount.AmountMinor - held, money.Earned);
        var fees = amount.AmountMinor - held - earned;
        if (fees > money.Fees - money.Owed)
            throw new InvalidOperationException($"Booking {charge.BookingId} has not {amount} to give back.");

        var tax = earned + fees == 0 ? 0 : await TaxOf(transaction, charge.ClubId);
        await Post(taking.Kind, taking.Key, [Entry.Debit(accounts.Booking(charge.BookingId), amount with { AmountMinor = held })], held);
        await Post(PostingKinds.EarnedBack, taking.Key + "-earned", Earnings.Debits(accounts.Revenue, accounts, amount with { AmountMinor = earned }, tax), earned);
        await Post(PostingKinds.FeeBack, taking.Key + "-fee", Earnings.Debits(accounts.Fees, accounts, amount with { AmountMinor = fees }, tax), fees);

        async Task Post(string kind, string key, Entry[] debits, long part)
        {
            var posted = await GeneralLedger.Post(transaction, new Posting(
                charge.ClubId, kind, taking.Reason, taking.Actor, "booking", charge.BookingId, key,
                [.. debits, Entry.Credit(taking.To, amount with { AmountMinor = part })]), now);
            if (!posted.IsSuccess)
                throw new InvalidOperationException($"{key}: {posted.Error.Code}, though the charge was locked.");
        }
    }

    public static Task<int> TaxOf(NpgsqlTransaction transaction, Guid clubId) =>
        transaction.Connection!.ExecuteScalarAsync<int>( // a transaction in use has its connection
            "select tax_basis_points from clubs where club_id = @clubId", new { clubId }, transaction);
}

/// <summary>Where money goes that is taken out of a booking, and why.</summary>
/// <param name="To">The account that is credited.</param>
/// <param name="Key">Of the posting.</param>
/// <param name="Kind">Of the part that was still held.</param>
internal sealed record Taking(string To, string Key, string Kind, string Reason, string Actor);
