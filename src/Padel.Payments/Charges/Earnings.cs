using Padel.Kernel;
using Padel.Payments.Ledger;

namespace Padel.Payments.Charges;

/// <summary>The entries of what is earned: the amount without the tax it contains, and the tax. Together they make the whole.</summary>
internal static class Earnings
{
    public static Entry[] Credits(string account, Accounts accounts, Money gross, int taxBasisPoints)
    {
        var tax = ContainedTax.In(gross, taxBasisPoints);
        return [Entry.Credit(account, gross - tax), Entry.Credit(accounts.Tax, tax)];
    }

    /// <summary>The same taken back.</summary>
    public static Entry[] Debits(string account, Accounts accounts, Money gross, int taxBasisPoints)
    {
        var tax = ContainedTax.In(gross, taxBasisPoints);
        return [Entry.Debit(account, gross - tax), Entry.Debit(accounts.Tax, tax)];
    }
}
