using Microsoft.AspNetCore.Http;
using Padel.Payments.Gateways;
using Padel.Payments.Settings;
using Padel.Platform.Data;
using Padel.Platform.Http;

namespace Padel.Payments.Paying;

/// <summary>
/// What browsers and gateways bring back, from anybody: no session is asked for (none comes along with a post from another site), and nothing
/// is believed that the gateway's client has not verified. Everything is stored before it is answered.
/// </summary>
internal sealed class ReceiveGatewayMessage(
    GatewayDesk desk, GatewayAccounts accounts, GatewayUrls urls, GatewayInbox inbox, Inquirer inquirer, TimeProvider clock)
{
    public const int MaxBodyBytes = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static Task<IResult> Return(string gateway, Guid clubId, HttpContext http, ReceiveGatewayMessage useCase) =>
        useCase.Run(gateway, clubId, isReturn: true, http);

    public static Task<IResult> Notification(string gateway, Guid clubId, HttpContext http, ReceiveGatewayMessage useCase) =>
        useCase.Run(gateway, clubId, isReturn: false, http);

    private async Task<IResult> Run(string name, Guid clubId, bool isReturn, HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (desk.Find(name) is not { } gateway || await accounts.Find(clubId, name, cancellation) is not { } account)
            return new Problem(RequestErrors.NotFound);
        var message = await Read(http, isReturn, cancellation);
        var inbound = gateway.Read(message, account);
        // Past the point of no return: a vendor that hangs up has still told us.
        var payment = await inbox.Hear(new GatewayLine(gateway, account), clubId, isReturn, inbound, CancellationToken.None);
        if (isReturn && payment is { IsPaid: false } && inbound.Verdict is InboundVerdict.Hint or InboundVerdict.Verified && gateway.CanInquire)
            await inquirer.LookWithin(Patience, payment.PaymentId, cancellation);
        return inbound.Reply switch
        {
            GatewayReply.Json json => Results.Content(json.Body, "application/json", statusCode: json.Status),
            GatewayReply.Text text => Results.Content(text.Body, "text/plain", statusCode: text.Status),
            GatewayReply.HandOverForm form => new HandOverPage(form),
            _ => new SeeOther(PageOf(payment)),
        };
    }

    private async Task<GatewayMessage> Read(HttpContext http, bool isReturn, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellation);
        return new GatewayMessage(
            isReturn, urls.Of(http), http.Request.QueryString.Value?.TrimStart('?') ?? "", http.Request.ContentType, body.ToArray(),
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), clock.Now());
    }

    private static string PageOf(Payment? payment) => payment switch
    {
        null => "/games",
        { BookingId: { } bookingId } => $"/games/{bookingId}/pay?payment={payment.PaymentId}",
        _ => $"/wallet?payment={payment.PaymentId}",
    };
}
