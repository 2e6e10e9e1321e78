namespace Padel.Booking.Bookings;

/// <summary>Ways to pay, as the API names them.</summary>
internal static class PayWith
{
    public const string AtClub = "at_club";
    public const string Wallet = "wallet";
    public const string BankTransfer = "bank_transfer";
    public const string Plan = "plan";

    public static readonly IReadOnlyList<string> Known = [AtClub, Wallet, "card", "jazzcash", "easypaisa", BankTransfer, Plan];
}
