using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Padel.Payments.Gateways.EasyPaisa;
using Padel.Payments.Gateways.JazzCash;
using Padel.Payments.Gateways.PayFast;
using Padel.Payments.Gateways.Stripe;

namespace Padel.Payments.Gateways;

internal static class GatewayServices
{
    public static IServiceCollection AddGateways(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection(GatewayOptions.Section))
            .Validate(options => options.IsValid(), "Addresses of gateways are absolute, and their time limits reasonable.").ValidateOnStart();
        services.AddHttpClient(GatewayHttp.ClientName, client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan; // each call brings its own
                client.MaxResponseContentBufferSize = GatewayHttp.MaxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            .RemoveAllLoggers(); // the client's own would write addresses and headers
        services.AddSingleton<GatewayHttp>();
        services.AddSingleton<IGateway, JazzCashGateway>();
        services.AddSingleton<IGateway, EasyPaisaGateway>();
        services.AddSingleton<IGateway, PayFastGateway>();
        services.AddSingleton<IGateway, StripeGateway>();
        return services;
    }
}
