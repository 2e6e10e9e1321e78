using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Availability;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Desk;
using Padel.Booking.Imports;
using Padel.Booking.Live;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Http;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Booking;

public sealed class BookingModule : IModule
{
    public const string ServiceName = "booking";

    public string Name => ServiceName;

    public IReadOnlyList<EventSubscription> Subscriptions => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<BookingModule>(Name);
        services.AddClubsAndSlots();
        services.AddBookings();
        services.AddImports();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/clubs", ListClubs.Handle).WithName(nameof(ListClubs)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}", GetClub.Handle).WithName(nameof(GetClub)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}/availability", GetAvailability.Route(routes)).WithName(nameof(GetAvailability)).ForAnyone()
            .Produces<AvailabilityBody>().AddOpenApiOperationTransformer(GetAvailability.Describe);
        routes.MapGet("/api/v1/clubs/{club}/availability-summary", GetAvailabilitySummary.Handle).WithName(nameof(GetAvailabilitySummary)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}/day", ShowDay.Handle).WithName(nameof(ShowDay)).ForDesk();

        routes.MapPost("/api/v1/bookings", BookCourt.Handle).WithName(nameof(BookCourt)).ForPlayers();
        routes.MapGet("/api/v1/bookings/{bookingId}", GetBooking.Handle).WithName(nameof(GetBooking)).ForPlayers();

        routes.MapPost("/api/v1/clubs/{club}/imports", UploadImport.Handle).WithName(nameof(ImportClub)).ForManagers().ForUploads();

        routes.MapHub<LiveHub>(LiveHub.Path).ForAnyone();
    }
}
