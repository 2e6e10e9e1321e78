using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Blocks;
using Padel.Booking.Desk;
using Padel.Booking.Funnel;
using Padel.Booking.Jobs;
using Padel.Platform;

namespace Padel.Booking.Bookings;

/// <summary>What booking a court and all that follows from it need.</summary>
internal static class BookingServices
{
    public static IServiceCollection AddBookings(this IServiceCollection services)
    {
        services.AddSingleton<TakenSlot>();
        services.AddSingleton<AfterBooking>();
        services.AddSingleton<BookingAccess>();
        services.AddSingleton<BookCourt>();
        services.AddSingleton<ListMyBookings>();
        services.AddSingleton<CancelBooking>();
        services.AddSingleton<MoveBooking>();
        services.AddSingleton<ChangePaymentMethod>();
        services.AddSingleton<MakeDeskBooking>();
        services.AddSingleton<MarkNoShow>();
        services.AddSingleton<UndoNoShow>();
        services.AddSingleton<RequireDeposit>();
        services.AddSingleton<BlockCourts>();
        services.AddSingleton<LiftBlock>();
        services.AddSingleton<FunnelCounter>();
        services.AddJob<ExpireHolds>();
        services.AddJob<CompleteBookings>();
        services.AddJob<FlushFunnel>();
        return services;
    }
}
