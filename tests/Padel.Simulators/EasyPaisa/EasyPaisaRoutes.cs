using Padel.Simulators.Core;

namespace Padel.Simulators.EasyPaisa;

/// <summary>The vendor's paths: the hosted page's two legs, REST of the fourth and the fifth generation.</summary>
internal static class EasyPaisaRoutes
{
    public static void AddEasyPaisa(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<EasyPaisaOrders>().AddSingleton<EasyPaisaKeys>().AddSingleton<EasyPaisaAnswers>()
        .AddSingleton<EasyPaisaNotifications>().AddSingleton<INotificationWriter>(all => all.GetRequiredService<EasyPaisaNotifications>())
        .AddSingleton<EasyPaisaHostedPage>().AddSingleton<EasyPaisaRest>();

    public static void MapEasyPaisa(this IEndpointRouteBuilder app)
    {
        var paths = app.MapGroup("/easypaisa");
        paths.MapPost("/easypay/Index.jsf", (HttpContext http, EasyPaisaHostedPage page) => page.FirstLeg(http));
        paths.MapPost("/checkout/{reference}", (HttpContext http, EasyPaisaHostedPage page, string reference) => page.Continue(http, reference));
        paths.MapPost("/easypay/Confirm.jsf", (HttpContext http, EasyPaisaHostedPage page) => page.SecondLeg(http));
        paths.MapPost("/payments/{reference}", (HttpContext http, EasyPaisaHostedPage page, string reference) => page.Pay(http, reference));
        foreach (var version in (string[])["v4", "v5"])
        {
            var rest = paths.MapGroup($"/easypay-service/rest/{version}");
            rest.MapPost("/initiate-ma-transaction", (HttpContext http, EasyPaisaRest calls) => calls.MobileAccount(http));
            rest.MapPost("/initiate-otc-transaction", (HttpContext http, EasyPaisaRest calls) => calls.OverTheCounter(http));
            rest.MapPost("/inquire-transaction", (HttpContext http, EasyPaisaRest calls) => calls.Inquire(http));
        }

        paths.MapGet("/ipn/{reference}", (HttpContext http, EasyPaisaNotifications ipn, string reference, string says) => ipn.Read(http, reference, says));
        paths.MapGet("/trap/{reference}", EasyPaisaNotifications.Trap);
        paths.MapGet("/public-key", (EasyPaisaKeys keys) => Results.Text(keys.PublicKey));
    }
}
