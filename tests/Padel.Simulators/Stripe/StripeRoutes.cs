using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>The API's paths and the page of a session.</summary>
internal static class StripeRoutes
{
    public static void AddStripe(this IServiceCollection services) => services
        .AddSingleton<StripeSessions>().AddSingleton<StripeRefunds>().AddSingleton<StripeIdempotency>().AddSingleton<StripeApi>().AddSingleton<StripeHostedPage>()
        .AddSingleton<StripeEvents>().AddSingleton<INotificationWriter>(all => all.GetRequiredService<StripeEvents>());

    public static void MapStripe(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/stripe/v1");
        api.MapPost("/checkout/sessions", (HttpContext http, StripeApi stripe) => stripe.CreateSession(http));
        api.MapGet("/checkout/sessions/{id}", (HttpContext http, StripeApi stripe, string id) => stripe.GetSession(http, id));
        api.MapPost("/checkout/sessions/{id}/expire", (HttpContext http, StripeApi stripe, string id) => stripe.ExpireSession(http, id));
        api.MapGet("/payment_intents/{id}", (HttpContext http, StripeApi stripe, string id) => stripe.GetIntent(http, id));
        api.MapPost("/refunds", (HttpContext http, StripeApi stripe) => stripe.CreateRefund(http));
        api.MapGet("/refunds/{id}", (HttpContext http, StripeApi stripe, string id) => stripe.GetRefund(http, id));
        api.MapGet("/refunds", (HttpContext http, StripeApi stripe, string payment_intent) => stripe.ListRefunds(http, payment_intent));
        app.MapGet("/stripe/c/pay/{id}", (HttpContext http, StripeHostedPage page, string id) => page.Open(http, id));
        app.MapPost("/stripe/c/pay/{id}", (HttpContext http, StripeHostedPage page, string id) => page.Choose(http, id));
    }
}
