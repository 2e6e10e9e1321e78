using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.WebUtilities;
using Padel.Simulators.Core;

namespace Padel.Simulators.EasyPaisa;

/// <summary>The vendor calls the merchant with an address, at which the merchant may read how the order stands. Nothing of it is signed.</summary>
internal sealed class EasyPaisaNotifications(World world, IServer server) : INotificationWriter
{
    public Vendor Vendor => Vendor.EasyPaisa;

    public int Tries => 1;

    public bool Accepted(Order order, int status, string answer) => status is >= 200 and < 300;

    public IReadOnlyList<Outgoing> Write(Order order, NotificationKind kind)
    {
        var own = new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var says = kind switch
        {
            NotificationKind.Success or NotificationKind.Forged => "PAID",
            NotificationKind.Failure => "FAILED",
            _ => EasyPaisaOrders.StatusWord(order),
        };
        // A trap under another name of this machine: whoever follows any address walks into it, and the state shows it.
        var url = kind == NotificationKind.Hostile ? $"http://localhost:{own.Port}/easypaisa/trap/{order.Reference}" : $"{own}easypaisa/ipn/{order.Reference}?says={says}";
        return [new Outgoing($"ipn-{says}", HttpMethod.Get, new Uri(QueryHelpers.AddQueryString(order.NotificationUrl!.ToString(), "url", url)))];
    }

    public IResult Read(HttpContext http, string reference, string says)
    {
        Recording.Name(http, Vendor.EasyPaisa, "ipn-read", reference);
        return world.Find(Vendor.EasyPaisa, reference) is not { } order ? Results.NotFound() : Results.Json(new
        {
            order_id = order.Reference,
            store_id = order.Field("storeId"),
            store_name = "Simulated store",
            account_number = "20001234",
            transaction_id = order.VendorReference,
            transaction_status = says,
            transaction_amount = order.ToldRupees,
            payment_method = EasyPaisaOrders.Method(order),
            order_datetime = EasyPaisaOrders.Local(order.CreatedAt),
            paid_datetime = says == "PAID" ? EasyPaisaOrders.Local(order.DecidedAt ?? order.CreatedAt) : null,
            msisdn = order.Field("mobileAccountNo"),
            response_code = says == "PAID" ? "0000" : "0001",
            description = says,
        });
    }

    public static IResult Trap(HttpContext http, string reference)
    {
        Recording.Name(http, Vendor.EasyPaisa, "trap", reference);
        return Results.Json(new { transaction_status = "PAID" });
    }
}
