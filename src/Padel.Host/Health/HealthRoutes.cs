using Padel.Platform.Auth;
using Padel.Platform.Modules;

namespace Padel.Host.Health;

/// <summary>What whoever runs the process asks of it: is it alive, may it get requests, what does it run.</summary>
internal static class HealthRoutes
{
    public static IServiceCollection AddHealth(this IServiceCollection services) =>
        services.AddSingleton<Readiness>().AddHostedService<WarmUp>();

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { status = "live" })).ForAnyone().ExcludeFromDescription();
        routes.MapGet("/health/ready", Ready).ForAnyone().ExcludeFromDescription();
        routes.MapGet("/services", Services).ForAnyone().ExcludeFromDescription();
    }

    private static async Task<IResult> Ready(Readiness readiness, CancellationToken cancellation)
    {
        var problems = await readiness.Problems(cancellation);
        return problems.Count == 0
            ? Results.Json(new { status = "ready" })
            : Results.Json(new { status = "not ready", problems }, statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Services(RunningServices services) => Results.Json(
        new ServiceList([.. services.Known.Order(StringComparer.Ordinal).Select(name => new ServiceState(name, services.Runs(name)))]));

    private sealed record ServiceList(IReadOnlyList<ServiceState> Items);

    private sealed record ServiceState(string Name, bool Running);
}
