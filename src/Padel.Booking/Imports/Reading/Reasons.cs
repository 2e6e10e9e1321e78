namespace Padel.Booking.Imports.Reading;

/// <summary>The words of the report. They never change their meaning; docs/import.md explains each to people.</summary>
internal static class Reasons
{
    // Bookings, in the order in which they are judged: the first that applies is told.
    public const string BadDate = "bad_date";
    public const string BadTime = "bad_time";
    public const string BadDuration = "bad_duration";
    public const string UnknownCourt = "unknown_court";
    public const string OutsideHours = "outside_hours";
    public const string BadAmount = "bad_amount";
    public const string BadStatus = "bad_status";
    public const string Overlap = "overlap";

    // Members, in the same manner. bad_phone is also the warning for a booking that becomes a guest's.
    public const string NoName = "no_name";
    public const string NoPhone = "no_phone";
    public const string BadPhone = "bad_phone";

    // Warnings only: the row is taken, or a duplicate, and somebody should look.
    public const string BadJoined = "bad_joined";
    public const string BadEmail = "bad_email";
    public const string BadPlayers = "bad_players";
    public const string BadPaidVia = "bad_paid_via";
    public const string DuplicateDiffers = "duplicate_differs";
}
