using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Padel.Payments.Gateways.EasyPaisa;
using Padel.Payments.Gateways.JazzCash;
using Padel.Payments.Gateways.PayFast;
using Padel.Payments.Gateways.Stripe;
using Padel.Platform.Web;

namespace Padel.Payments.Gateways;

internal static class GatewayServices
{
    public static IServiceCollection AddGateways(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GatewayOptions>().Bind(configuration.GetSection(GatewayOptions.Section))
            .Validate(options => options.IsValid(), "Addresses of gateways are absolute, and their time limits reasonable.").ValidateOnStart();
        // The player's page posts the forms of hosted checkouts; its content policy names where to. Stripe is a redirect.
        services.AddOptions<WebOptions>().Configure<IOptions<GatewayOptions>>((web, gateways) =>
        {
            foreach (var url in new[] { gateways.Value.JazzCash.BaseUrl, gateways.Value.EasyPaisa.BaseUrl, gateways.Value.PayFast.BaseUrl })
                web.FormTargets.Add(url.GetLeftPart(UriPartial.Authority));
        });
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
