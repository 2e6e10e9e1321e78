using Padel.Contracts;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Host.DevOutbox;

/// <summary>
/// Development only: keeps the messages that real channels would deliver, so that every journey can be clicked and tested.
/// Outside development the module is not in the list, so neither the routes nor the schema exist.
/// </summary>
internal sealed class DevOutboxModule : IModule
{
    public string Name => Contracts.Subscriptions.DevOutbox;

    public IReadOnlyList<EventSubscription> Subscriptions =>
    [
        EventSubscription.Of<OnCodeIssued>(EventTypes.Identity.CodeIssued),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Held),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Confirmed),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Moved),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Cancelled),
        EventSubscription.Of<OnBookingFact>(EventTypes.Booking.Expired),
        EventSubscription.Of<OnContactFact>(EventTypes.Identity.UserRegistered),
        EventSubscription.Of<OnContactFact>(EventTypes.Identity.ContactVerified),
        EventSubscription.Of<OnMoneyFact>(EventTypes.Payments.Failed),
        EventSubscription.Of<OnMoneyFact>(EventTypes.Payments.RefundCompleted),
        EventSubscription.Of<OnMoneyFact>(EventTypes.Payments.WalletChanged),
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<DevOutboxModule>(Name);
        services.AddSingleton<MessageSignal>();
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/dev/outbox", ListMessages.Handle).ForAnyone().ExcludeFromDescription();
    }
}
