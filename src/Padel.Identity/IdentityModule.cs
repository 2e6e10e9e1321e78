using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Platform;
using Padel.Platform.Messaging;
using Padel.Platform.Modules;

namespace Padel.Identity;

public sealed class IdentityModule : IModule
{
    public const string ServiceName = "identity";

    public string Name => ServiceName;

    public IReadOnlyList<EventSubscription> Subscriptions => [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase<IdentityModule>(Name);
    }

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
