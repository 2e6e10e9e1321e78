using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Padel.Host;
using Padel.Platform;
using Padel.Platform.Auth;
using Padel.Platform.Data;

namespace Padel.Tests.Architecture;

/// <summary>Walks every route of the product.</summary>
public sealed class RouteTests
{
    private static readonly string[] Known = [Policies.Player, Policies.Desk, Policies.Manager, Policies.Owner];

    [Fact]
    public async Task Every_route_names_its_policy() => (await Product()).Where(NamesNoPolicy).Select(Name).ShouldBeEmpty();

    [Fact]
    public async Task There_are_routes_to_look_at() => (await Product()).Length.ShouldBeGreaterThan(20);

    [Fact]
    public async Task A_route_without_a_policy_or_with_an_unknown_one_is_found()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/open", () => "");
        app.MapGet("/odd", () => "").RequireAuthorization("whoever");
        app.MapGet("/fine", () => "").ForPlayers();

        Routes(app).Where(NamesNoPolicy).Select(Name).ShouldBe(["/open", "/odd"], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_staff_policy_has_a_club_in_its_route() =>
        (await Product()).Where(route => PoliciesOf(route).Any(policy => policy.StartsWith("staff", StringComparison.Ordinal)))
            .Where(route => !route.RoutePattern.Parameters.Any(parameter => parameter.Name is "club" or "clubId")).Select(Name).ShouldBeEmpty();

    [Fact]
    public async Task Every_route_of_the_api_has_a_handler_with_a_name() =>
        (await Product()).Where(IsApi)
            .Where(route => route.Metadata.GetMetadata<MethodInfo>() is { } handler && handler.GetCustomAttribute<CompilerGeneratedAttribute>() is not null)
            .Select(Name).ShouldBeEmpty();

    [Fact]
    public async Task Paths_are_kebab_case() =>
        (await Product()).Where(IsApi).SelectMany(route => route.RoutePattern.PathSegments)
            .SelectMany(segment => segment.Parts).OfType<Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart>()
            .Select(part => part.Content).Where(word => word.Any(char.IsUpper) || word.Contains('_')).ShouldBeEmpty();

    private static async Task<RouteEndpoint[]> Product()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:padel"] = "Host=127.0.0.1;Port=1" });
        var services = ModuleList.Select(null, development: true);
        builder.Services.AddPlatform(builder.Configuration, services, ModuleList.Subscribers, new MasterKey(MasterKey.Generate()));
        foreach (var module in services.Running)
            module.AddServices(builder.Services, builder.Configuration);
        await using var app = builder.Build();
        app.UsePlatform();
        foreach (var module in services.Running)
            module.MapEndpoints(app);
        app.MapPlatform();
        return Routes(app);
    }

    private static RouteEndpoint[] Routes(IEndpointRouteBuilder app) => [.. app.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    private static bool NamesNoPolicy(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IAllowAnonymous>() is null && !PoliciesOf(route).Any(policy => Known.Contains(policy));

    private static IEnumerable<string> PoliciesOf(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy ?? "");

    private static bool IsApi(RouteEndpoint route) => Name(route).StartsWith("/api/", StringComparison.Ordinal);

    private static string Name(RouteEndpoint route) => route.RoutePattern.RawText ?? "";
}
