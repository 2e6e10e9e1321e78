using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Padel.Payments.Gateways;
using Padel.Payments.Settings;
using Padel.Platform.Data;

namespace Padel.Payments.Paying;

/// <summary>Talks to the gateway of a payment with its club's account: never inside a transaction. What comes back is a finding, whatever happens.</summary>
internal sealed partial class GatewayDesk(
    IEnumerable<IGateway> gateways, GatewayAccounts accounts, Database<PaymentsModule> database, GatewayUrls urls, ILogger<GatewayDesk> logger)
{
    private readonly Dictionary<string, IGateway> _gateways = gateways.DistinctBy(gateway => gateway.Name).ToDictionary(gateway => gateway.Name);

    public IGateway? Find(string name) => _gateways.GetValueOrDefault(name);

    /// <summary>The gateway and the club's account there; null when the club has none.</summary>
    public async Task<GatewayLine?> LineOf(Payment payment, CancellationToken cancellation) =>
        payment.Gateway is { } name && Find(name) is { } gateway && await accounts.Find(payment.ClubId, name, cancellation) is { } account
            ? new GatewayLine(gateway, account)
            : null;

    public async Task<GatewayOrder> Order(Payment payment, HttpContext? http, CancellationToken cancellation)
    {
        var gateway = payment.Gateway ?? throw new InvalidOperationException($"Payment {payment.Reference} has no gateway.");
        var words = await PaymentWords.Read(database, payment, cancellation);
        return new GatewayOrder(
            payment.PaymentId, payment.Reference, payment.Amount, payment.Method, words.Description, words.BillReference, payment.CreatedAt,
            payment.ExpiresAt ?? payment.CreatedAt, urls.Returns(gateway, payment.ClubId, http), urls.Notifications(gateway, payment.ClubId, http),
            PaymentData.ForGateway(payment.GatewayData));
    }

    /// <summary>Asks what became of the payment. A gateway that cannot be asked, or a club without account, says unknown.</summary>
    public async Task<(Finding Finding, string? MerchantId)> Inquire(Payment payment, CancellationToken cancellation)
    {
        if (await LineOf(payment, cancellation) is not { } line || !line.Gateway.CanInquire)
            return (Finding.Of(FindingKind.Unknown, NoAnswer.Unsupported, null), null);
        var order = await Order(payment, http: null, cancellation);
        var finding = await Guard(line.Gateway.Name, "inquire", () => line.Gateway.Inquire(order, line.Account, cancellation), cancellation);
        return (finding, line.MerchantId);
    }

    /// <summary>Best effort: nobody shall pay this attempt any more.</summary>
    public async Task Cancel(Payment payment, CancellationToken cancellation)
    {
        if (await LineOf(payment, cancellation) is not { } line)
            return;
        var order = await Order(payment, http: null, cancellation);
        await Guard(line.Gateway.Name, "cancel", async () =>
        {
            await line.Gateway.Cancel(order, line.Account, cancellation);
            return Finding.Of(FindingKind.Pending, null, null);
        }, cancellation);
    }

    /// <summary>Runs one call, counts it, and turns whatever a gateway's client throws into an unknown.</summary>
    public async Task<Finding> Guard(string gateway, string call, Func<Task<Finding>> run, CancellationToken cancellation)
    {
        try
        {
            var finding = await run();
            PaymentMeter.Called(gateway, call, Outcome(finding.Kind));
            return finding;
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested) // a payment must not be stuck because a client stumbled
        {
            Stumbled(logger, gateway, call, error);
            PaymentMeter.Called(gateway, call, "error");
            return Finding.Of(FindingKind.Unknown, NoAnswer.Unreadable, null);
        }
    }

    public static string Outcome(FindingKind kind) => kind switch
    {
        FindingKind.Unknown => "unknown",
        FindingKind.NotFound => "not_found",
        _ => "answered",
    };

    [LoggerMessage(EventId = 1701, Level = LogLevel.Error, Message = "The call {Call} to {Gateway} failed on our side; what became of it is asked again")]
    private static partial void Stumbled(ILogger logger, string gateway, string call, Exception error);
}

/// <summary>A gateway with a club's account, for one call.</summary>
internal sealed record GatewayLine(IGateway Gateway, GatewayAccount Account)
{
    public string? MerchantId => GatewayCatalogue.MerchantIdOf(Gateway.Name, Account);
}
