using Padel.Simulators.Core;

namespace Padel.Simulators.PayFast;

/// <summary>The vendor's paths, whether or not a client takes their first part for the base address.</summary>
internal static class PayFastRoutes
{
    public static void AddPayFast(this IServiceCollection services) => services
        .AddSingleton<PayFastTokens>().AddSingleton<PayFastOrders>().AddSingleton<PayFastHostedPage>()
        .AddSingleton<PayFastMessages>().AddSingleton<INotificationWriter>(all => all.GetRequiredService<PayFastMessages>());

    public static void MapPayFast(this IEndpointRouteBuilder app)
    {
        foreach (var prefix in (string[])["/payfast", "/payfast/Ecommerce/api/Transaction"])
        {
            app.MapPost($"{prefix}/GetAccessToken", (HttpContext http, PayFastTokens tokens) => tokens.Give(http));
            app.MapPost($"{prefix}/PostTransaction", (HttpContext http, PayFastHostedPage page) => page.Open(http));
        }

        app.MapPost("/payfast/checkout/{reference}", (HttpContext http, PayFastHostedPage page, string reference) => page.Choose(http, reference));
    }
}
