using Microsoft.Extensions.DependencyInjection;

namespace Padel.Booking.Bookings;

/// <summary>What booking a court and all that follows from it need.</summary>
internal static class BookingServices
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddSingleton<HoldExpiry>();
        services.AddSingleton<TakenSlot>();
        services.AddSingleton<AfterBooking>();
        services.AddSingleton<BookingAccess>();
        services.AddSingleton<BookCourt>();
        return services;
    }
}
