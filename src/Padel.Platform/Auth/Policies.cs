using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Padel.Platform.Auth;

/// <summary>Turns the <c>{club}</c> of a route (id or slug) into a club's id; Booking, which owns clubs, registers one that knows slugs.</summary>
public delegate ValueTask<Guid?> ResolveClub(string clubIdOrSlug, CancellationToken cancellation);

/// <summary>Who may call a route. Every route names one; a test fails otherwise.</summary>
public static class Policies
{
    public const string Player = "player";
    public const string Desk = "staff.desk";
    public const string Manager = "staff.manager";
    public const string Owner = "staff.owner";

    public static T ForAnyone<T>(this T route) where T : IEndpointConventionBuilder => route.AllowAnonymous();

    public static T ForPlayers<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Player);

    public static T ForDesk<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Desk);

    public static T ForManagers<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Manager);

    public static T ForOwners<T>(this T route) where T : IEndpointConventionBuilder => route.RequireAuthorization(Owner);

    public static void Add(AuthorizationBuilder authorization)
    {
        authorization.AddPolicy(Player, policy => policy.RequireAuthenticatedUser());
        authorization.AddPolicy(Desk, policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(StaffRole.Desk)));
        authorization.AddPolicy(Manager, policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(StaffRole.Manager)));
        authorization.AddPolicy(Owner, policy => policy.RequireAuthenticatedUser().AddRequirements(new StaffRequirement(StaffRole.Owner)));
    }
}

/// <summary>At least this role at the club the route names (<c>{clubId}</c> or <c>{club}</c>).</summary>
public sealed record StaffRequirement(StaffRole AtLeast) : IAuthorizationRequirement;

/// <summary>Asks for the role and leaves the <see cref="StaffMember"/> for the handler to bind.</summary>
public sealed class StaffRequirementHandler(StaffAccess access, IServiceProvider services) : AuthorizationHandler<StaffRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, StaffRequirement requirement)
    {
        if (context.Resource is not HttpContext http || Caller.Of(http) is not { } caller || await ClubOf(http) is not { } clubId)
            return;
        var member = await access.Check(caller, clubId, requirement.AtLeast, http.RequestAborted);
        if (member.IsSuccess)
        {
            http.Items[typeof(StaffMember)] = member.Value;
            context.Succeed(requirement);
        }
        else
        {
            http.Items[typeof(StaffAccess)] = member.Error;
        }
    }

    private async ValueTask<Guid?> ClubOf(HttpContext http)
    {
        var text = (http.GetRouteValue("clubId") ?? http.GetRouteValue("club")) as string ?? "";
        if (Guid.TryParse(text, out var clubId))
            return clubId;
        return services.GetService(typeof(ResolveClub)) is ResolveClub resolve ? await resolve(text, http.RequestAborted) : null;
    }
}
