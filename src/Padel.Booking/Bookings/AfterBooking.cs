using Padel.Booking.Live;
using Padel.Platform.Messaging;

namespace Padel.Booking.Bookings;

/// <summary>What follows a commit: the relay is nudged, and whoever looks at the days hears of it. Nothing that must happen is done here.</summary>
internal sealed class AfterBooking(EventSignals signals, DayChanges days)
{
    public void Changed(Guid clubId, params IEnumerable<DateOnly> businessDays)
    {
        foreach (var day in businessDays)
            days.Changed(clubId, day);
        signals.Raised(BookingModule.ServiceName);
    }
}
