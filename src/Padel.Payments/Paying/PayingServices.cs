using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Padel.Payments.Paying;

/// <summary>What paying needs.</summary>
internal static class PayingServices
{
    public static IServiceCollection AddPaying(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PayingOptions>().Bind(configuration.GetSection(PayingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<GatewayUrls>();
        services.AddSingleton<GatewayDesk>();
        services.AddSingleton<CallsBeside>();
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<CallsBeside>());
        services.AddSingleton<OpenAttempt>();
        services.AddSingleton<BeginAtGateway>();
        services.AddSingleton<StartPayment>();
        services.AddSingleton<ShowCheckout>();
        return services;
    }
}
