namespace Padel.Booking.Bookings;

/// <summary>What a held booking waits for, as the database and the API write it.</summary>
internal static class NextStep
{
    public const string VerifyContact = "verify_contact";
    public const string Pay = "pay";
    public const string AwaitTransfer = "await_transfer";

    /// <summary>Whether it waits for money.</summary>
    public static bool IsPayment(string? kind) => kind is Pay or AwaitTransfer;

    /// <summary>The page of the player app where it is done; null where the app asks for it itself.</summary>
    public static string? UrlOf(string kind, Guid bookingId) => IsPayment(kind) ? $"/games/{bookingId}/pay" : null;
}
