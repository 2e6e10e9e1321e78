namespace Padel.Payments.Settings;

/// <summary>Ways of paying a club can offer to players, in the order people see them.</summary>
internal static class MethodNames
{
    public const string AtClub = "at_club";
    public const string JazzCash = "jazzcash";
    public const string EasyPaisa = "easypaisa";
    public const string Card = "card";
    public const string BankTransfer = "bank_transfer";
    public const string Wallet = "wallet";
    public const string Plan = "plan";

    public static readonly IReadOnlyList<string> All = [AtClub, JazzCash, EasyPaisa, Card, BankTransfer, Wallet, Plan];
}
