using Microsoft.Extensions.Options;
using Padel.Kernel;

namespace Padel.Payments.Gateways.EasyPaisa;

/// <summary>
/// EasyPaisa: the mobile account over REST when the player gave a number, otherwise the hosted checkout. Only an inquiry says "paid":
/// nothing that the browser brings is signed, and neither is the REST answer of version 4.
/// </summary>
internal sealed class EasyPaisaGateway(GatewayHttp http, IOptions<GatewayOptions> options) : IGateway
{
    private readonly EasyPaisaOptions _options = options.Value.EasyPaisa;
    private readonly EasyPaisaRest _rest = new(http, options.Value.EasyPaisa);

    public string Name => GatewayNames.EasyPaisa;

    public bool CanRefund => false;

    public bool CanInquire => true;

    public Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation) =>
        Task.FromResult(Begin(order, account, payer));

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => _rest.Inquire(order, account, cancellation);

    /// <summary>The vendor has no interface for it: the staff refund in its portal.</summary>
    public Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation) => Task.FromResult(
        new RefundFinding(RefundFindingKind.Refused, NoAnswer.Unsupported, "EasyPaisa refunds are made by hand in its portal.", null));

    /// <summary>There is no way to close a transaction; it ends at its own expiry.</summary>
    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.CompletedTask;

    public Inbound Read(GatewayMessage message, GatewayAccount account) => message.IsReturn
        ? EasyPaisaCheckout.Return(message, GatewayCall.UrlOf(_options.BaseUrl, _options.ConfirmPath))
        : EasyPaisaCheckout.Notification(message, _options);

    private GatewayStart Begin(GatewayOrder order, GatewayAccount account, PayerInput payer)
    {
        if (order.Amount.Currency != Currency.Pkr)
            return Refused(NoAnswer.Unsupported, "EasyPaisa takes rupees only.");
        if (payer.Phone is null)
            return new GatewayStart.HandOver(GatewayCall.UrlOf(_options.BaseUrl, _options.PagePath), EasyPaisaCheckout.Form(order, account, payer));
        if (WalletPhone.Of(payer.Phone) is not { } mobile)
            return Refused("phone", "EasyPaisa needs a Pakistani mobile number.");
        return new GatewayStart.NeedsApproval(token => PayThenInquire(order, account, mobile, payer.Email ?? "", token));
    }

    private async Task<Finding> PayThenInquire(GatewayOrder order, GatewayAccount account, string mobile, string email, CancellationToken cancellation)
    {
        var said = await _rest.Pay(order, account, mobile, email, cancellation);
        return said.Code == EasyPaisaCodes.Ok ? await _rest.Inquire(order, account, cancellation) : said;
    }

    private static GatewayStart.Refused Refused(string code, string text) => new(Finding.Of(FindingKind.Failed, code, text, canRetry: true));
}
