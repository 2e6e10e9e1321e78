using Padel.Kernel;
using Padel.Payments.Paying;
using Padel.Platform.Http;

namespace Padel.Payments.Wallet;

/// <summary>Amounts that staff may put into a wallet, or take out of it.</summary>
internal static class WalletAmount
{
    public static Error? Problem(long amountMinor, Currency currency) =>
        amountMinor > 0 && amountMinor % currency.CashUnitMinor == 0 && amountMinor <= OpenAttempt.MostTopUp * currency.MajorUnit
            ? null
            : RequestErrors.Invalid(("amountMinor", $"Whole amounts of more than nothing and up to {OpenAttempt.MostTopUp}."));
}
