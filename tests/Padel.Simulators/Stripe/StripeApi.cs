using System.Net.Http.Headers;
using System.Text;
using Padel.Simulators.Core;

namespace Padel.Simulators.Stripe;

/// <summary>The calls from server to server: a secret key, form bodies, and for writes an idempotency key.</summary>
internal sealed class StripeApi(Merchants merchants, StripeSessions sessions, StripeRefunds refunds, StripeIdempotency idempotency, Gate gate)
{
    public async Task<IResult> CreateSession(HttpContext http)
    {
        if (await Read(http) is not { } form)
            return NotAForm();
        return await Write(http, "session", form.GetValueOrDefault("client_reference_id", ""), form, merchant => Task.FromResult(sessions.Create(merchant, form, order => PageOf(http, order))));
    }

    public Task<IResult> GetSession(HttpContext http, string id) => Get(http, "inquiry", sessions.Find(id)?.Reference ?? "", () =>
    {
        var order = sessions.Find(id);
        if (order is null || (order.CountInquiry() == 1 && order.Scenario == Scenario.NotFoundAtFirst))
            return StripeAnswer.Missing("checkout.session", id);
        return StripeAnswer.Ok(StripeObjects.Session(order, PageOf(http, order)));
    });

    public async Task<IResult> ExpireSession(HttpContext http, string id)
    {
        if (await Read(http) is not { } form)
            return NotAForm();
        var order = sessions.Find(id);
        return await Write(http, "expire", order?.Reference ?? "", form, _ => Task.FromResult(order is null ? StripeAnswer.Missing("checkout.session", id) : sessions.Expire(order)));
    }

    public Task<IResult> GetIntent(HttpContext http, string id) => Get(http, "inquiry", sessions.FindIntent(id)?.Reference ?? "", () =>
        sessions.FindIntent(id) is { } order ? StripeAnswer.Ok(StripeObjects.Intent(order)) : StripeAnswer.Missing("payment_intent", id));

    public async Task<IResult> CreateRefund(HttpContext http)
    {
        if (await Read(http) is not { } form)
            return NotAForm();
        return await Write(http, "refund", sessions.FindIntent(form.GetValueOrDefault("payment_intent", ""))?.Reference ?? "", form, _ => refunds.Create(form));
    }

    public Task<IResult> GetRefund(HttpContext http, string id) => Get(http, "refund-inquiry", refunds.Find(id)?.Order.Reference ?? "", () =>
        refunds.Find(id) is { } found ? StripeAnswer.Ok(StripeObjects.Refund(found.Order, found.Refund)) : StripeAnswer.Missing("refund", id));

    public Task<IResult> ListRefunds(HttpContext http, string payment_intent) => Get(http, "refund-inquiry", sessions.FindIntent(payment_intent)?.Reference ?? "", () =>
        StripeAnswer.Ok(new Dictionary<string, object>
        {
            ["object"] = "list",
            ["has_more"] = false,
            ["data"] = sessions.FindIntent(payment_intent) is { } order ? order.Refunds.Select(refund => StripeObjects.Refund(order, refund)) : [],
        }));

    private Task<IResult> Get(HttpContext http, string call, string reference, Func<StripeAnswer> work) =>
        gate.Pass(http, Vendor.Stripe, call, reference, () => Task.FromResult((AccountOf(http) is null ? Unauthorized() : work()).ToResult()));

    private Task<IResult> Write(HttpContext http, string call, string reference, Dictionary<string, string> form, Func<Merchant, Task<StripeAnswer>> work)
    {
        var request = $"{http.Request.Path}?{string.Join('&', form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"))}";
        return gate.Pass(http, Vendor.Stripe, call, reference, async () =>
        {
            if (AccountOf(http) is not { } merchant)
                return Unauthorized().ToResult();
            return (await idempotency.Once(http, merchant.Id, request, () => work(merchant))).ToResult();
        });
    }

    private Merchant? AccountOf(HttpContext http)
    {
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header) || header.Parameter is not { } given)
            return null;
        var key = header.Scheme switch
        {
            "Bearer" => given,
            "Basic" => Encoding.UTF8.GetString(Convert.FromBase64String(given)).TrimEnd(':'),
            _ => "",
        };
        return merchants.By(Vendor.Stripe, "secretKey", key);
    }

    // Null: a body that is not a form; no body at all is an empty form.
    private static async Task<Dictionary<string, string>?> Read(HttpContext http) =>
        http.Request.ContentLength is 0 || (http.Request.ContentLength is null && http.Request.ContentType is null) ? []
        : http.Request.HasFormContentType ? await FormFields.Read(http.Request)
        : null;

    private static IResult NotAForm() => StripeAnswer.Invalid("Request body must be form encoded (application/x-www-form-urlencoded).").ToResult();

    private static StripeAnswer Unauthorized() => StripeAnswer.Error(StatusCodes.Status401Unauthorized, "invalid_request_error", "Invalid API Key provided.");

    private static string PageOf(HttpContext http, Order order) => $"{http.Request.Scheme}://{http.Request.Host}/stripe/c/pay/{order.VendorReference}";
}
