using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Platform;
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
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
