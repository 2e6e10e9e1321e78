using System.Collections.Concurrent;
using System.Text.Json;
using Padel.Kernel;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Paying;

/// <summary>A gateway in place of JazzCash that does as a test wants: its messages are JSON with the word "signed" in them, or not.</summary>
internal sealed class FakeWallet : IGateway
{
    public const string Merchant = "MCTEST01";

    public string Name => GatewayNames.JazzCash;

    public bool CanRefund => true;

    public bool CanInquire { get; set; } = true;

    /// <summary>What the phone's owner does; a test may let it wait.</summary>
    public Func<GatewayOrder, CancellationToken, Task<Finding>> OnApproval { get; set; } = (order, _) => Task.FromResult(Paid(order));

    public Func<GatewayOrder, Finding> OnInquiry { get; set; } = _ => Finding.Of(FindingKind.Pending, "157", null);

    public Func<GatewayOrder, Exception?> OnStart { get; set; } = _ => null;

    /// <summary>Attempts that were begun, approved, asked about and closed, by reference.</summary>
    public ConcurrentQueue<string> Pages { get; } = new();

    public ConcurrentQueue<string> Approvals { get; } = new();

    public ConcurrentQueue<string> Inquiries { get; } = new();

    public ConcurrentQueue<string> Cancelled { get; } = new();

    public static Finding Paid(GatewayOrder order) => Finding.Of(FindingKind.Paid, "000", "Paid.") with { Amount = order.Amount, GatewayReference = "G" + order.Reference };

    public Task<GatewayStart> Start(GatewayOrder order, GatewayAccount account, PayerInput payer, CancellationToken cancellation)
    {
        if (OnStart(order) is { } trouble)
            throw trouble;
        if (payer.Phone is not null && order.Method == "jazzcash")
            return Task.FromResult<GatewayStart>(new GatewayStart.NeedsApproval(async token =>
            {
                Approvals.Enqueue(order.Reference);
                return await OnApproval(order, token);
            }));
        Pages.Enqueue(order.Reference);
        return Task.FromResult<GatewayStart>(new GatewayStart.HandOver(
            new Uri("https://pay.example/page"), new Dictionary<string, string> { ["ref"] = order.Reference, ["secret"] = account.Need("password") }));
    }

    public Task<Finding> Inquire(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        Inquiries.Enqueue(order.Reference);
        return Task.FromResult(OnInquiry(order));
    }

    public Task<RefundFinding> Refund(RefundOrder refund, GatewayAccount account, CancellationToken cancellation) =>
        Task.FromResult(new RefundFinding(RefundFindingKind.Done, "000", null, null));

    public Task Cancel(GatewayOrder order, GatewayAccount account, CancellationToken cancellation)
    {
        Cancelled.Enqueue(order.Reference);
        return Task.CompletedTask;
    }

    public Inbound Read(GatewayMessage message, GatewayAccount account)
    {
        GatewayReply reply = message.IsReturn ? new GatewayReply.RedirectPlayer() : new GatewayReply.Json(200, """{"heard":true}""");
        if (message.IsReturn)
            return new Inbound(InboundVerdict.Hint, message.Query.Replace("ref=", "", StringComparison.Ordinal), null, null, reply, message.Query);
        var said = JsonSerializer.Deserialize<Said>(message.Body.Span, JsonSerializerOptions.Web)!; // tests send one
        var finding = Finding.Of(Enum.Parse<FindingKind>(said.Kind), "c", "Said so.") with
        {
            Amount = said.Amount is { } amount ? new Money(amount, Currency.Pkr) : null, EventId = said.EventId, MerchantId = said.Merchant,
        };
        return new Inbound(said.Signed ? InboundVerdict.Verified : InboundVerdict.Forged, said.Reference, said.EventId, finding,
            said.Signed ? reply : new GatewayReply.Json(400, """{"heard":false}"""), JsonSerializer.Serialize(said));
    }

    /// <summary>A notification of this gateway.</summary>
    internal sealed record Said(string Reference, string Kind, long? Amount = null, string? EventId = null, bool Signed = true, string Merchant = Merchant);
}
