namespace Padel.Booking.Bookings;

/// <summary>The states of a booking, as the database and the API write them: <c>held -> confirmed -> completed | no_show</c>, or cancelled, or expired.</summary>
internal static class BookingStatus
{
    public const string Held = "held";
    public const string Confirmed = "confirmed";
    public const string Completed = "completed";
    public const string NoShow = "no_show";
    public const string Cancelled = "cancelled";
    public const string Expired = "expired";
}
