using Padel.Simulators.Core;

namespace Padel.Simulators.JazzCash;

/// <summary>The vendor's paths of the classic generation.</summary>
internal static class JazzCashRoutes
{
    public static void AddJazzCash(this IServiceCollection services) => services
        .AddSingleton<JazzCashOrders>().AddSingleton<JazzCashMessages>().AddSingleton<INotificationWriter>(all => all.GetRequiredService<JazzCashMessages>())
        .AddSingleton<JazzCashHostedPage>().AddSingleton<JazzCashRest>().AddSingleton<JazzCashRefunds>();

    public static void MapJazzCash(this IEndpointRouteBuilder app)
    {
        var paths = app.MapGroup("/jazzcash");
        paths.MapPost("/CustomerPortal/transactionmanagement/merchantform", (HttpContext http, JazzCashHostedPage page) => page.Open(http));
        paths.MapPost("/checkout/{reference}", (HttpContext http, JazzCashHostedPage page, string reference) => page.Choose(http, reference));
        paths.MapPost("/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction", (HttpContext http, JazzCashRest rest) => rest.Wallet(http));
        paths.MapPost("/ApplicationAPI/API/Payment/DoTransaction", (HttpContext http, JazzCashRest rest) => rest.Wallet(http));
        paths.MapPost("/ApplicationAPI/API/Purchase/DoMWalletTransaction", (HttpContext http, JazzCashRest rest) => rest.Wallet(http));
        paths.MapPost("/ApplicationAPI/API/PaymentInquiry/Inquire", (HttpContext http, JazzCashRest rest) => rest.Inquire(http));
        paths.MapPost("/ApplicationAPI/API/Purchase/domwalletrefundtransaction", (HttpContext http, JazzCashRefunds refunds) => refunds.Refund(http));
        paths.MapPost("/ApplicationAPI/API/authorize/Refund", (HttpContext http, JazzCashRefunds refunds) => refunds.Refund(http));
    }
}
