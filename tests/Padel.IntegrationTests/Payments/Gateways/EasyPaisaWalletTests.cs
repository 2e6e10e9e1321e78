using System.Security.Cryptography;
using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>The mobile account and the inquiry against the simulated EasyPaisa, plain (v4) and signed (v5).</summary>
public sealed class EasyPaisaWalletTests : IAsyncLifetime
{
    internal static readonly GatewayAccount Club = GatewayClients.Account(
        ("storeId", "12345"), ("hashKey", "0123456789ABCDEF"), ("username", "epuser"), ("password", "eppass"), ("accountNumber", "20001234"));

    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Theory]
    [InlineData("success", nameof(FindingKind.Paid), "PAID")]
    [InlineData("json-as-html", nameof(FindingKind.Paid), "PAID")]
    [InlineData("inquiry-without-reference", nameof(FindingKind.Paid), "PAID")]
    [InlineData("declined-low-balance", nameof(FindingKind.Failed), "0013")]
    [InlineData("unknown-account", nameof(FindingKind.Failed), "0014")]
    [InlineData("cancelled", nameof(FindingKind.Unknown), "0001")]
    [InlineData("pending-then-success", nameof(FindingKind.Unknown), "0001")]
    [InlineData("unknown-code", nameof(FindingKind.Unknown), "0987")]
    [InlineData("return-lies-pending", nameof(FindingKind.Pending), "PENDING")]
    [InlineData("return-lies-failed", nameof(FindingKind.Failed), "FAILED")]
    [InlineData("not-found-at-first", nameof(FindingKind.NotFound), "0003")]
    [InlineData("timeout-then-success", nameof(FindingKind.Unknown), "no_answer")]
    [InlineData("too-many-requests", nameof(FindingKind.Unknown), "busy")]
    [InlineData("server-error", nameof(FindingKind.Unknown), "server_error")]
    [InlineData("server-error-after", nameof(FindingKind.Unknown), "server_error")]
    [InlineData("html-answer", nameof(FindingKind.Unknown), "unreadable")]
    public async Task The_call_says(string scenario, string kind, string code)
    {
        var order = _clients.Order("easypaisa");
        await _clients.Scenario(order, scenario);
        var finding = await Pay(order);
        (finding.Kind.ToString(), finding.Code).ShouldBe((kind, code));
    }

    [Theory]
    [InlineData("cancelled", nameof(FindingKind.Failed))]
    [InlineData("pending-then-success", nameof(FindingKind.Paid))]
    [InlineData("pending-then-failure", nameof(FindingKind.Failed))]
    [InlineData("timeout-then-success", nameof(FindingKind.Paid))]
    [InlineData("unknown-code", nameof(FindingKind.Paid))]
    [InlineData("return-lies-pending", nameof(FindingKind.Paid))]
    [InlineData("reversed-after-paid", nameof(FindingKind.Reversed))]
    [InlineData("paid-after-expiry", nameof(FindingKind.Paid))]
    [InlineData("dropped", nameof(FindingKind.Expired))]
    [InlineData("voucher-expires", nameof(FindingKind.Expired))]
    [InlineData("server-error", nameof(FindingKind.NotFound))]
    public async Task An_inquiry_tells_the_truth_in_the_end(string scenario, string kind)
    {
        var order = _clients.Order("easypaisa");
        await _clients.Scenario(order, scenario);
        await Pay(order);
        await _clients.Shop.Settle();
        (await Inquire(order)).Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public async Task A_paid_one_names_amount_store_and_transaction()
    {
        var order = _clients.Order("easypaisa");
        var finding = await Pay(order);
        (finding.Amount, finding.MerchantId).ShouldBe((order.Amount, "12345"));
        finding.GatewayReference.ShouldNotBeNullOrEmpty();
        finding.Data["transactionId"].ShouldBe(finding.GatewayReference);
    }

    [Fact]
    public async Task A_wrong_amount_is_told_as_it_is()
    {
        var order = _clients.Order("easypaisa");
        await _clients.Scenario(order, "wrong-amount");
        (await Pay(order)).Amount.ShouldNotBeNull().ShouldNotBe(order.Amount);
    }

    [Theory]
    [InlineData("429")]
    [InlineData("5xx")]
    [InlineData("html")]
    [InlineData("slow")]
    [InlineData("drop")]
    public async Task A_broken_inquiry_is_unknown_even_after_the_call_said_0000(string fault)
    {
        var order = _clients.Order("easypaisa");
        await _clients.Fault("easypaisa", "inquire", fault);
        (await Pay(order)).Kind.ShouldBe(FindingKind.Unknown);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task Wrong_credentials_fail_the_payment_and_say_nothing_about_an_inquired_one()
    {
        var wrong = With(("password", "wrong"));
        var order = _clients.Order("easypaisa");
        (await _clients.Approve(order, wrong, GatewayClients.Payer("00"))).Code.ShouldBe("0010");
        (await _clients.Inquire(order, wrong)).Kind.ShouldBe(FindingKind.Unknown);
    }

    [Fact]
    public async Task A_reference_used_twice_is_asked_about()
    {
        var order = _clients.Order("easypaisa");
        await Pay(order);
        (await Pay(order)).Kind.ShouldBe(FindingKind.Unknown);
        (await Inquire(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Theory]
    [InlineData("success", nameof(FindingKind.Paid), "PAID")]
    [InlineData("wrong-signature", nameof(FindingKind.Unknown), "unsigned")]
    [InlineData("pretty-signature", nameof(FindingKind.Unknown), "unsigned")]
    [InlineData("json-as-html", nameof(FindingKind.Paid), "PAID")]
    public async Task The_signed_version_believes_what_is_signed_over_its_own_bytes(string scenario, string kind, string code)
    {
        using var key = RSA.Create(2048);
        var finding = await PaySigned(key, key, scenario);
        (finding.Kind.ToString(), finding.Code).ShouldBe((kind, code));
    }

    [Fact]
    public async Task The_signed_version_refuses_a_key_it_does_not_know()
    {
        using var known = RSA.Create(2048);
        using var other = RSA.Create(2048);
        (await PaySigned(known, other, "success")).Code.ShouldBe("0010");
    }

    [Fact]
    public async Task The_logs_hold_nothing_of_the_payer_or_the_account()
    {
        await Pay(_clients.Order("easypaisa"));
        foreach (var secret in new[] { "0300", "example.pk", "eppass", "ZXB1c2Vy", "epuser", "easypay-service" })
            _clients.Logs.ShouldNotContain(secret);
    }

    private async Task<Finding> PaySigned(RSA registered, RSA used, string scenario)
    {
        await _clients.Shop.Control("merchants", new { vendor = "easypaisa", credentials = new { publicKey = registered.ExportSubjectPublicKeyInfoPem() } });
        var order = _clients.Order("easypaisa");
        await _clients.Scenario(order, scenario);
        var vendorKey = await _clients.Shop.Http.GetStringAsync("/easypaisa/public-key", TestContext.Current.CancellationToken);
        return await _clients.Approve(order, With(("privateKey", used.ExportPkcs8PrivateKeyPem()), ("vendorPublicKey", vendorKey)), GatewayClients.Payer("99"));
    }

    private static GatewayAccount With(params (string Name, string Value)[] changes)
    {
        var credentials = new Dictionary<string, string>(Club.Credentials);
        foreach (var (name, value) in changes)
            credentials[name] = value;
        return Club with { Credentials = credentials };
    }

    private Task<Finding> Pay(GatewayOrder order) => _clients.Approve(order, Club, GatewayClients.Payer("99"));

    private Task<Finding> Inquire(GatewayOrder order) => _clients.Inquire(order, Club);
}
