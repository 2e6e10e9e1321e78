namespace Padel.Booking.Bookings;

/// <summary>Where a booking came from. Every booking keeps it: the share made digitally is a promise to the owners.</summary>
internal static class BookingSource
{
    public const string App = "app";
    public const string Desk = "desk";
    public const string Import = "import";
    public const string Bot = "bot";
    public const string System = "system";
}
