using System.Text.Json;
using Microsoft.Extensions.Options;
using Padel.Kernel;

namespace Padel.Payments.Gateways.JazzCash;

/// <summary>
/// JazzCash: the wallet over REST when the player gave number and card digits, otherwise the hosted page, which also takes bank cards.
/// </summary>
internal sealed class JazzCashGateway(GatewayHttp http, IOptions<GatewayOptions> options) : IGateway
{
    private const int CnicDigits = 6;
    private const string TypeKey = "txnType";
    private readonly JazzCashOptions _options = options.Value.JazzCash;

    public string Name => GatewayNames.JazzCash;

    public bool CanRefund => true;

    public bool CanInquire => true;

    public Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation) =>
        Task.FromResult(Begin(order, account, payer));

    public async Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        var answer = await http.Send(Call("inquire", _options.InquiryPath, JazzCashRequests.Inquiry(order.Reference, account)), cancellation);
        return JazzCashAnswers.OfInquiry(answer, order.Reference, account);
    }

    public async Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation)
    {
        if (refund.PaymentData.GetValueOrDefault(TypeKey) == JazzCashRequests.CardType)
            return new RefundFinding(RefundFindingKind.Refused, NoAnswer.Unsupported, "JazzCash refunds cards by hand only.", null);
        if (account.Find("merchantMpin") is null)
            return new RefundFinding(RefundFindingKind.Refused, NoAnswer.Unsupported, "The club has not entered its JazzCash MPIN for refunds.", null);

        var answer = await http.Send(Call("refund", _options.RefundPath, JazzCashRequests.Refund(refund, account)), cancellation);
        var finding = JazzCashAnswers.OfRefund(answer, account);
        return finding.Kind == RefundFindingKind.Unknown ? await LookAgain(refund, account, finding, cancellation) : finding;
    }

    /// <summary>The hosted page knows no way to close it; it closes at its own expiry.</summary>
    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation) => Task.CompletedTask;

    public Inbound Read(GatewayMessage message, GatewayAccount account) => JazzCashNotification.Read(message, account);

    private GatewayStart Begin(GatewayOrder order, GatewayAccount account, PayerInput payer)
    {
        if (order.Amount.Currency != Currency.Pkr)
            return Refused(NoAnswer.Unsupported, "JazzCash takes rupees only.");
        if (order.Method == "card")
            return Page(order, account, JazzCashRequests.CardType);
        if (payer.Phone is null || payer.CnicLast6 is null)
            return Page(order, account, JazzCashRequests.WalletType);
        if (WalletPhone.Of(payer.Phone) is not { } mobile)
            return Refused("phone", "JazzCash needs a Pakistani mobile number.");
        if (payer.CnicLast6.Length != CnicDigits || !payer.CnicLast6.All(char.IsAsciiDigit))
            return Refused("cnicLast6", "JazzCash needs the last six digits of your identity card.");

        var body = JazzCashRequests.Wallet(order, account, _options, mobile, payer.CnicLast6);
        var call = Call("pay", _options.WalletPath, body) with { Patience = GatewayPatience.Pin };
        return new GatewayStart.NeedsApproval(async token => JazzCashAnswers.OfWallet(await http.Send(call, token), order.Reference, account),
            Typed(JazzCashRequests.WalletType));
    }

    private GatewayStart.HandOver Page(GatewayOrder order, GatewayAccount account, string type) =>
        new(GatewayCall.UrlOf(_options.BaseUrl, _options.PagePath), JazzCashRequests.Page(order, account, _options, type), Typed(type));

    // No refund has a name of its own there, so only a refund of the whole can be told from the payment's state.
    private async Task<RefundFinding> LookAgain(RefundOrder refund, GatewayAccount account, RefundFinding unknown, CancellationToken cancellation)
    {
        if (refund.Amount != refund.PaymentAmount)
            return unknown;
        var answer = await http.Send(Call("inquire", _options.InquiryPath, JazzCashRequests.Inquiry(refund.PaymentReference, account)), cancellation);
        var payment = JazzCashAnswers.OfInquiry(answer, refund.PaymentReference, account);
        return payment.Kind == FindingKind.Refunded
            ? new RefundFinding(RefundFindingKind.Done, payment.Code, "Refunded.", payment.GatewayReference)
            : unknown;
    }

    private GatewayCall Call(string name, string path, Dictionary<string, string> fields) =>
        new(Name, name, HttpMethod.Post, GatewayCall.UrlOf(_options.BaseUrl, path))
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(fields),
            ContentType = "application/json",
        };

    private static Dictionary<string, string> Typed(string type) => new() { [TypeKey] = type };

    private static GatewayStart.Refused Refused(string code, string text) => new(Finding.Of(FindingKind.Failed, code, text, canRetry: true));
}
