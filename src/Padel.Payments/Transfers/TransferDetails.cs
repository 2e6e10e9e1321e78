using Padel.Payments.Settings;

namespace Padel.Payments.Transfers;

/// <summary>What a player needs for the transfer.</summary>
/// <param name="Reference">To be written on it.</param>
internal sealed record TransferDetails(string Title, string Iban, string Bank, string Reference, bool ProofUploaded)
{
    /// <summary>Null when the club's account is gone from its settings: then the player asks the club.</summary>
    public static TransferDetails? Of(ClubMoney club, string reference, bool proofUploaded) =>
        club.Bank is { } bank ? new TransferDetails(bank.Title, bank.Iban, bank.Bank, reference, proofUploaded) : null;
}
