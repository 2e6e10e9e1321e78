using Microsoft.Extensions.DependencyInjection;
using Padel.Platform;

namespace Padel.Payments.Reconciliation;

internal static class ReconciliationServices
{
    public static IServiceCollection AddReconciliation(this IServiceCollection services)
    {
        services.AddSingleton<HeldTooLong>();
        services.AddSingleton<UnheardPayments>();
        services.AddSingleton<GatewayComparison>();
        services.AddSingleton<LedgerComparison>();
        services.AddJob<Reconcile>();
        return services;
    }
}
