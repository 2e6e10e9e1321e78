namespace Padel.Booking.Funnel;

/// <summary>The step a browser tells of. Those that follow (held, confirmed, cancelled, expired) are read off the bookings.</summary>
internal static class FunnelStep
{
    public const string SlotOpened = "slot_opened";
}
