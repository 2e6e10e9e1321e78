using Microsoft.Extensions.DependencyInjection;
using Padel.Payments.Charges;
using Padel.Platform;

namespace Padel.Payments.Refunds;

/// <summary>What money that goes back, fees and the desk need.</summary>
internal static class RefundServices
{
    public static IServiceCollection AddRefunds(this IServiceCollection services)
    {
        services.AddSingleton<RefundDesk>();
        services.AddSingleton<Consequences>();
        services.AddSingleton<AskRefund>();
        services.AddSingleton<RefundAction>();
        services.AddJob<SendRefunds>();
        return services;
    }
}
