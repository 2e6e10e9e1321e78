namespace Padel.Booking.Bookings;

/// <summary>Ways to pay, as the API names them.</summary>
internal static class PayWith
{
    public const string AtClub = "at_club";

    public static readonly IReadOnlyList<string> Known = [AtClub, "wallet", "card", "jazzcash", "easypaisa", "bank_transfer", "plan"];

    /// <summary>What works today, whatever a club has switched on: the others come with payments.</summary>
    public static readonly IReadOnlyList<string> Working = [AtClub];
}
