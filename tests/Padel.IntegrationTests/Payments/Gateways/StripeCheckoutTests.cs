using Padel.Kernel;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>Sessions of the simulated Stripe: opening, asking, closing, and what idempotency keys do.</summary>
public sealed class StripeCheckoutTests : IAsyncLifetime
{
    internal static readonly GatewayAccount Club = GatewayClients.Account(("secretKey", "sk_test_padel"), ("webhookSecret", "whsec_padel_test"));

    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Fact]
    public async Task A_paid_session_names_amount_and_intent()
    {
        var order = await Opened(_clients.Order("card"));
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Pending);
        await Choose(order, "success");
        var finding = await Inquire(order);
        (finding.Kind, finding.Amount).ShouldBe((FindingKind.Paid, order.Amount));
        finding.Data["paymentIntent"].ShouldBe(finding.GatewayReference);
    }

    [Theory]
    [InlineData("declined-low-balance", nameof(FindingKind.Pending))]
    [InlineData("expired-card", nameof(FindingKind.Pending))]
    [InlineData("dropped", nameof(FindingKind.Pending))]
    [InlineData("cancelled", nameof(FindingKind.Pending))]
    [InlineData("pending-then-success", nameof(FindingKind.Pending))]
    [InlineData("wrong-amount", nameof(FindingKind.Paid))]
    public async Task What_an_inquiry_says_right_after(string scenario, string kind)
    {
        var order = await Opened(_clients.Order("card"));
        await Choose(order, scenario);
        (await Inquire(order)).Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public async Task A_declined_card_may_be_followed_by_another()
    {
        var order = await Opened(_clients.Order("card"));
        await Choose(order, "incorrect-cvc");
        await Choose(order, "success");
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task Late_success_is_found()
    {
        var order = await Opened(_clients.Order("card"));
        await Choose(order, "pending-then-success");
        await _clients.Shop.Settle();
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task The_hold_ends_and_the_page_closes()
    {
        var order = await Opened(_clients.Order("card"));
        await _clients["stripe"].Cancel(order, Club, TestContext.Current.CancellationToken);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Expired);
    }

    [Fact]
    public async Task Somebody_paid_just_before_the_page_closed()
    {
        var order = _clients.Order("card");
        await _clients.Scenario(order, "paid-after-expiry");
        order = await Opened(order);
        await _clients["stripe"].Cancel(order, Club, TestContext.Current.CancellationToken);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task The_same_attempt_opens_the_same_page()
    {
        var order = _clients.Order("card");
        var first = await Opened(order);
        (await Opened(order)).Data["session"].ShouldBe(first.Data["session"]);
        var both = await Task.WhenAll(Opened(order), Opened(order));
        both.ShouldAllBe(one => one.Data["session"] == first.Data["session"]);
    }

    [Fact]
    public async Task The_same_attempt_with_another_amount_is_refused()
    {
        var order = _clients.Order("card");
        await Opened(order);
        var refused = (await Start(order with { Amount = Money.Major(1, Currency.Pkr) })).ShouldBeOfType<GatewayStart.Refused>();
        refused.Finding.Code.ShouldBe("idempotency_error");
    }

    [Theory]
    [InlineData("5xx")]
    [InlineData("5xx-after")]
    [InlineData("429")]
    [InlineData("drop")]
    public async Task A_stumble_is_tried_again_under_the_same_key(string fault)
    {
        var order = _clients.Order("card");
        await _clients.Fault("stripe", "session", fault);
        (await Inquire(await Opened(order))).Kind.ShouldBe(FindingKind.Pending);
    }

    [Fact]
    public async Task A_longer_outage_refuses_the_start()
    {
        await _clients.Fault("stripe", "session", "5xx", times: 3);
        var refused = (await Start(_clients.Order("card"))).ShouldBeOfType<GatewayStart.Refused>();
        (refused.Finding.Code, refused.Finding.CanRetry).ShouldBe(("server_error", true));
    }

    [Theory]
    [InlineData("5xx", 3)]
    [InlineData("429", 3)]
    [InlineData("html", 1)]
    public async Task A_broken_inquiry_is_unknown(string fault, int times)
    {
        var order = await Opened(_clients.Order("card"));
        await _clients.Fault("stripe", "inquiry", fault, times);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Unknown);
    }

    [Fact]
    public async Task A_session_not_known_yet_is_not_found()
    {
        var order = _clients.Order("card");
        await _clients.Scenario(order, "not-found-at-first");
        order = await Opened(order);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.NotFound);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Pending);
    }

    [Fact]
    public async Task A_wrong_key_opens_nothing_and_says_nothing_of_what_is_open()
    {
        var wrong = GatewayClients.Account(("secretKey", "sk_test_wrong"), ("webhookSecret", "x"));
        (await _clients["stripe"].Start(_clients.Order("card"), wrong, PayerInput.None, TestContext.Current.CancellationToken)).ShouldBeOfType<GatewayStart.Refused>();
        var order = await Opened(_clients.Order("card"));
        (await _clients["stripe"].Inquire(order, wrong, TestContext.Current.CancellationToken)).Kind.ShouldBe(FindingKind.Unknown);
    }

    [Fact]
    public async Task An_attempt_that_never_opened_was_never_paid() => (await Inquire(_clients.Order("card"))).Kind.ShouldBe(FindingKind.NotFound);

    [Fact]
    public async Task The_browsers_return_is_a_hint()
    {
        var order = await Opened(_clients.Order("card"));
        var back = await Choose(order, "success");
        var inbound = _clients.ReadReturn("stripe", Club, query: back.Headers.Location!.Query.TrimStart('?'));
        (inbound.Verdict, inbound.Reference, inbound.Finding).ShouldBe((InboundVerdict.Hint, order.Reference, null));
    }

    [Fact]
    public async Task The_logs_hold_no_key()
    {
        await Inquire(await Opened(_clients.Order("card")));
        _clients.Logs.ShouldContain("stripe answered open");
        _clients.Logs.ShouldNotContain("sk_test");
    }

    internal static async Task<GatewayOrder> Opened(GatewayClients clients, GatewayOrder order)
    {
        var start = await clients["stripe"].Start(order, Club, PayerInput.None, TestContext.Current.CancellationToken);
        var redirect = start.ShouldBeOfType<GatewayStart.Redirect>((start as GatewayStart.Refused)?.Finding.Code);
        redirect.Url.AbsolutePath.ShouldEndWith(redirect.Data["session"]);
        return order with { Data = redirect.Data };
    }

    internal static Task<HttpResponseMessage> Choose(GatewayClients clients, GatewayOrder order, string scenario) => clients.Shop.Http.PostAsync(
        $"/stripe/c/pay/{order.Data["session"]}", new FormUrlEncodedContent([new("scenario", scenario)]), TestContext.Current.CancellationToken);

    private Task<GatewayOrder> Opened(GatewayOrder order) => Opened(_clients, order);

    private Task<HttpResponseMessage> Choose(GatewayOrder order, string scenario) => Choose(_clients, order, scenario);

    private Task<GatewayStart> Start(GatewayOrder order) => _clients["stripe"].Start(order, Club, PayerInput.None, TestContext.Current.CancellationToken);

    private Task<Finding> Inquire(GatewayOrder order) => _clients["stripe"].Inquire(order, Club, TestContext.Current.CancellationToken);
}
