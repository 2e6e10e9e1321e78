using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Padel.Contracts.Payments;
using Padel.Payments.Charges;
using Padel.Payments.Ledger;
using Padel.Payments.Wallet;
using Padel.Platform;

namespace Padel.Payments.Paying;

/// <summary>What paying needs.</summary>
internal static class PayingServices
{
    /// <summary>For what gateways and the browsers they send back bring: their own body limit, no token, nothing of our API's document.</summary>
    public static T ForGateways<T>(this T route) where T : IEndpointConventionBuilder =>
        route.DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(ReceiveGatewayMessage.MaxBodyBytes), new ExcludeFromDescriptionAttribute());

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
        services.AddSingleton<Inquirer>();
        services.AddSingleton<GatewayInbox>();
        services.AddSingleton<ReceiveGatewayMessage>();
        services.AddJob<InquirePayments>();
        services.AddJob<ExpireAttempts>();
        services.AddSingleton<TopUpWallet>();
        services.AddSingleton<AdjustWallet>();
        services.AddJob<CheckTrialBalance>();
        services.AddSingleton<ChargeDesk>();
        services.AddSingleton<PaymentsClient>();
        services.AddSingleton<IPaymentsClient>(provider => provider.GetRequiredService<PaymentsClient>());
        return services;
    }
}
