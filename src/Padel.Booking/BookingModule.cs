using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Booking.Availability;
using Padel.Booking.Blocks;
using Padel.Booking.Bookings;
using Padel.Booking.Clubs;
using Padel.Booking.Desk;
using Padel.Booking.Funnel;
using Padel.Booking.Imports;
using Padel.Booking.Live;
using Padel.Booking.Payments;
using Padel.Booking.Standing;
using Padel.Contracts;
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

    public IReadOnlyList<EventSubscription> Subscriptions =>
    [
        EventSubscription.Of<OnUserRegistered>(EventTypes.Identity.UserRegistered),
        EventSubscription.Of<OnContactVerified>(EventTypes.Identity.ContactVerified),
        EventSubscription.Of<OnUserClosed>(EventTypes.Identity.UserClosed),
        EventSubscription.Of<OnPaymentStarted>(EventTypes.Payments.Started),
        EventSubscription.Of<OnPaymentCompleted>(EventTypes.Payments.Completed),
        EventSubscription.Of<OnPaymentFailed>(EventTypes.Payments.Failed),
        EventSubscription.Of<OnPaymentReversed>(EventTypes.Payments.Reversed),
        EventSubscription.Of<OnRefundCompleted>(EventTypes.Payments.RefundCompleted),
        EventSubscription.Of<OnPlanChanged>(EventTypes.Payments.PlanStarted),
        EventSubscription.Of<OnPlanChanged>(EventTypes.Payments.PlanEnded),
        EventSubscription.Of<OnMethodsChanged>(EventTypes.Payments.MethodsChanged),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<BookingModule>(Name);
        services.AddClubsAndSlots();
        services.AddBookings();
        services.AddImports();
        services.AddMoney(configuration);
    }

    public void UseEarly(IApplicationBuilder app) => app.UseMiddleware<AvailabilityInHand>();

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/clubs", ListClubs.Handle).WithName(nameof(ListClubs)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}", GetClub.Handle).WithName(nameof(GetClub)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}/availability", GetAvailability.Route(routes)).WithName(nameof(GetAvailability)).ForAnyone()
            .Produces<AvailabilityBody>().AddOpenApiOperationTransformer(GetAvailability.Describe);
        routes.MapGet("/api/v1/clubs/{club}/availability-summary", GetAvailabilitySummary.Handle).WithName(nameof(GetAvailabilitySummary)).ForAnyone();

        routes.MapPost("/api/v1/bookings", BookCourt.Handle).WithName(nameof(BookCourt)).Produces<BookingResponse>(StatusCodes.Status201Created).ForPlayers();
        routes.MapGet("/api/v1/bookings/{bookingId}", GetBooking.Handle).WithName(nameof(GetBooking)).ForPlayers();
        routes.MapGet("/api/v1/me/bookings", ListMyBookings.Handle).WithName(nameof(ListMyBookings)).ForPlayers();
        routes.MapPost("/api/v1/bookings/{bookingId}/cancellation", CancelBooking.Handle).WithName(nameof(CancelBooking)).ForPlayers();
        routes.MapPost("/api/v1/bookings/{bookingId}/moves", MoveBooking.Handle).WithName(nameof(MoveBooking)).Produces<BookingResponse>(StatusCodes.Status200OK).ForPlayers();
        routes.MapPost("/api/v1/bookings/{bookingId}/payment-method", ChangePaymentMethod.Handle).WithName(nameof(ChangePaymentMethod)).ForPlayers();

        routes.MapGet("/api/v1/clubs/{club}/day", ShowDay.Handle).WithName(nameof(ShowDay)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/desk-bookings", MakeDeskBooking.Handle).WithName(nameof(MakeDeskBooking)).Produces<BookingResponse>(StatusCodes.Status201Created).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/players", SearchPlayers.Handle).WithName(nameof(SearchPlayers)).ForDesk();
        routes.MapPut("/api/v1/clubs/{club}/players/{playerId}/deposit-required", RequireDeposit.Handle).WithName(nameof(RequireDeposit)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/bookings/{bookingId}/no-show", MarkNoShow.Handle).WithName(nameof(MarkNoShow)).ForDesk();
        routes.MapDelete("/api/v1/clubs/{club}/bookings/{bookingId}/no-show", UndoNoShow.Handle).WithName(nameof(UndoNoShow)).ForDesk();
        routes.MapGet("/api/v1/clubs/{club}/quotes", QuotePrice.Handle).WithName(nameof(QuotePrice)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/blocks", BlockCourts.Handle).WithName(nameof(BlockCourts)).Produces<BlockResponse>(StatusCodes.Status201Created).ForDesk();
        routes.MapDelete("/api/v1/clubs/{club}/blocks/{blockId}", LiftBlock.Handle).WithName(nameof(LiftBlock)).ForDesk();
        routes.MapPost("/api/v1/clubs/{club}/funnel-steps", CountFunnelStep.Handle).WithName(nameof(CountFunnelStep)).ForAnyone();
        routes.MapGet("/api/v1/clubs/{club}/funnel", ShowFunnel.Handle).WithName(nameof(ShowFunnel)).ForDesk();

        routes.MapGet("/api/v1/clubs/{club}/payment-policy", ShowPaymentPolicy.Handle).WithName(nameof(ShowPaymentPolicy)).ForManagers();
        routes.MapPut("/api/v1/clubs/{club}/payment-policy", ChangePaymentPolicy.Handle).WithName(nameof(ChangePaymentPolicy)).ForManagers();
        routes.MapPost("/api/v1/clubs/{club}/imports", UploadImport.Handle).WithName(nameof(ImportClub)).ForManagers().ForUploads();

        routes.MapHub<LiveHub>(LiveHub.Path).ForAnyone();
    }
}
