using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>The wallet call and the inquiry against the simulated JazzCash, one behaviour each.</summary>
public sealed class JazzCashWalletTests : IAsyncLifetime
{
    internal static readonly GatewayAccount Club = GatewayClients.Account(
        ("merchantId", "MCTEST01"), ("password", "pwTEST01"), ("integritySalt", "salt0TEST1"), ("merchantMpin", "1234"));

    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Fact]
    public async Task An_approved_payment_is_paid_and_names_amount_merchant_and_reference()
    {
        var order = _clients.Order("jazzcash");
        var finding = await Pay(order, "00");
        finding.Kind.ShouldBe(FindingKind.Paid);
        (finding.Amount, finding.MerchantId).ShouldBe((order.Amount, "MCTEST01"));
        finding.GatewayReference.ShouldNotBeNullOrEmpty();
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Theory]
    [InlineData("declined-low-balance", nameof(FindingKind.Failed), "004", true)]
    [InlineData("cancelled", nameof(FindingKind.Failed), "112", true)]
    [InlineData("unknown-account", nameof(FindingKind.Failed), "002", false)]
    [InlineData("voucher", nameof(FindingKind.Pending), "124", false)]
    [InlineData("pending-then-success", nameof(FindingKind.Pending), "157", false)]
    [InlineData("paid-after-expiry", nameof(FindingKind.Expired), "129", true)]
    [InlineData("unknown-code", nameof(FindingKind.Unknown), "987", false)]
    [InlineData("wrong-signature", nameof(FindingKind.Unknown), "000", false)]
    [InlineData("amount-tampered", nameof(FindingKind.Unknown), "000", false)]
    [InlineData("dropped", nameof(FindingKind.Unknown), "no_answer", false)]
    [InlineData("timeout-then-success", nameof(FindingKind.Unknown), "no_answer", false)]
    [InlineData("too-many-requests", nameof(FindingKind.Unknown), "busy", false)]
    [InlineData("server-error", nameof(FindingKind.Unknown), "server_error", false)]
    [InlineData("server-error-after", nameof(FindingKind.Unknown), "server_error", false)]
    [InlineData("html-answer", nameof(FindingKind.Unknown), "unreadable", false)]
    public async Task The_call_says(string scenario, string kind, string code, bool canRetry)
    {
        var order = _clients.Order("jazzcash");
        await _clients.Scenario(order, scenario);
        var finding = await Pay(order);
        (finding.Kind.ToString(), finding.Code, finding.CanRetry).ShouldBe((kind, code, canRetry));
        finding.Text.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("03", nameof(FindingKind.Paid))]
    [InlineData("04", nameof(FindingKind.Failed))]
    [InlineData("05", nameof(FindingKind.Paid))]
    [InlineData("08", nameof(FindingKind.Paid))]
    [InlineData("12", nameof(FindingKind.NotFound))]
    [InlineData("13", nameof(FindingKind.NotFound))]
    [InlineData("14", nameof(FindingKind.NotFound))]
    [InlineData("17", nameof(FindingKind.Paid))]
    public async Task An_inquiry_tells_the_truth_in_the_end(string phone, string kind)
    {
        var order = _clients.Order("jazzcash");
        await Pay(order, phone);
        await _clients.Shop.Settle();
        (await Inquire(order)).Kind.ToString().ShouldBe(kind);
    }

    [Theory]
    [InlineData("voucher", nameof(FindingKind.Paid))]
    [InlineData("voucher-expires", nameof(FindingKind.Expired))]
    [InlineData("unknown-code", nameof(FindingKind.Paid))]
    [InlineData("server-error-after", nameof(FindingKind.Paid))]
    [InlineData("dropped", nameof(FindingKind.Expired))]
    [InlineData("reversed-after-paid", nameof(FindingKind.Reversed))]
    [InlineData("older-inquiry-shape", nameof(FindingKind.Paid))]
    [InlineData("inquiry-without-reference", nameof(FindingKind.Paid))]
    public async Task So_does_it_after_what_only_the_control_chooses(string scenario, string kind)
    {
        var order = _clients.Order("jazzcash");
        await _clients.Scenario(order, scenario);
        await Pay(order);
        await _clients.Shop.Settle();
        (await Inquire(order)).Kind.ToString().ShouldBe(kind);
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("slow")]
    [InlineData("5xx-after")]
    public async Task A_broken_answer_to_a_payment_that_was_made_is_unknown_then_paid(string fault)
    {
        var order = _clients.Order("jazzcash");
        await _clients.Fault("jazzcash", "wallet", fault);
        (await Pay(order)).Kind.ShouldBe(FindingKind.Unknown);
        await _clients.Shop.Settle();
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("5xx")]
    [InlineData("html")]
    [InlineData("slow")]
    [InlineData("drop")]
    public async Task A_broken_inquiry_is_unknown(string fault)
    {
        var order = _clients.Order("jazzcash");
        await Pay(order);
        await _clients.Fault("jazzcash", "inquiry", fault);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Unknown);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task Pending_stays_pending_until_it_is_decided()
    {
        var order = _clients.Order("jazzcash");
        await Pay(order, "03");
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Pending);
    }

    [Fact]
    public async Task Just_after_the_start_the_gateway_may_not_know_it()
    {
        var order = _clients.Order("jazzcash");
        await _clients.Scenario(order, "not-found-at-first");
        await Pay(order);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.NotFound);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task A_wrong_amount_signed_rightly_is_told_as_it_is()
    {
        var order = _clients.Order("jazzcash");
        var finding = await Pay(order, "09");
        finding.Amount.ShouldNotBeNull().ShouldNotBe(order.Amount);
        (await Inquire(order)).Amount.ShouldNotBeNull().ShouldNotBe(order.Amount);
    }

    [Theory]
    [InlineData("integritySalt", "115")]
    [InlineData("password", "101")]
    public async Task Wrong_credentials_are_unknown_and_carry_the_gateways_code(string field, string code)
    {
        var wrong = Club with { Credentials = new Dictionary<string, string>(Club.Credentials) { [field] = "wrong" } };
        var finding = await _clients.Approve(_clients.Order("jazzcash"), wrong, GatewayClients.Payer("00"));
        (finding.Kind, finding.Code).ShouldBe((FindingKind.Unknown, code));
    }

    [Theory]
    [InlineData("0512345678", GatewayClients.Cnic, "phone")]
    [InlineData("03001234567", "12345", "cnicLast6")]
    [InlineData("03001234567", "12345a", "cnicLast6")]
    public async Task What_the_gateway_could_not_take_is_refused_before_it_is_asked(string phone, string cnic, string code)
    {
        var start = await _clients["jazzcash"].Start(_clients.Order("jazzcash"), Club, new PayerInput(phone, cnic, null, null), TestContext.Current.CancellationToken);
        start.ShouldBeOfType<GatewayStart.Refused>().Finding.Code.ShouldBe(code);
    }

    [Fact]
    public async Task The_logs_hold_nothing_of_the_payer_or_the_account()
    {
        await Pay(_clients.Order("jazzcash"), "00");
        await Pay(_clients.Order("jazzcash"), "13");
        _clients.Logs.ShouldContain("jazzcash answered pay");
        foreach (var secret in new[] { GatewayClients.Cnic, "0300", "pwTEST01", "salt0TEST1", "ApplicationAPI", "Ali Khan", "example.pk" })
            _clients.Logs.ShouldNotContain(secret);
    }

    private Task<Finding> Pay(GatewayOrder order, string phone = "99") => _clients.Approve(order, Club, GatewayClients.Payer(phone));

    private Task<Finding> Inquire(GatewayOrder order) => _clients.Inquire(order, Club);
}
