using Microsoft.Extensions.DependencyInjection;

namespace Padel.Payments.Desk;

internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<TakeDeskPayment>();
        services.AddSingleton<ReverseDeskPayment>();
        return services;
    }
}
