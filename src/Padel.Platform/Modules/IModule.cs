using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Platform.Messaging;

namespace Padel.Platform.Modules;

/// <summary>One service of the product. Its name is its database schema, its <c>--services</c> word and the second part of its event names.</summary>
public interface IModule
{
    string Name { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>The route table: one line per route with path, handler and policy.</summary>
    void MapEndpoints(IEndpointRouteBuilder routes);

    /// <summary>
    /// Middleware in front of everything but proxies and security headers: for an answer that is asked for so often that the way of every
    /// request would cost more than the answer. It must call the next one for whatever it does not answer, and count what it does
    /// (<see cref="Http.RequestBudget"/>).
    /// </summary>
    void UseEarly(IApplicationBuilder app)
    {
    }

    /// <summary>What this service hears. Must equal the registry in Contracts (an architecture test compares them).</summary>
    IReadOnlyList<EventSubscription> Subscriptions { get; }

    /// <summary>Where the numbered SQL files are embedded.</summary>
    Assembly Migrations => GetType().Assembly;

    /// <summary>The part of the resource names before the file name, for assemblies that hold more than one module.</summary>
    string MigrationsPrefix => GetType().Namespace + ".Migrations.";
}
