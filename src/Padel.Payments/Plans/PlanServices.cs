using Microsoft.Extensions.DependencyInjection;
using Padel.Platform;

namespace Padel.Payments.Plans;

/// <summary>What packages and memberships need.</summary>
internal static class PlanServices
{
    public static IServiceCollection AddPlans(this IServiceCollection services)
    {
        services.AddSingleton<AddPlanProduct>();
        services.AddSingleton<SellPlan>();
        services.AddSingleton<CancelPlan>();
        services.AddJob<EndPlans>();
        return services;
    }
}
