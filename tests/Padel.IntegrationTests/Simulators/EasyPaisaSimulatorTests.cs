using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Padel.Simulators.EasyPaisa;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulated EasyPaisa does each thing the real one is known to do, over HTTP.</summary>
public sealed class EasyPaisaSimulatorTests : IAsyncLifetime
{
    private const string Rest = "/easypaisa/easypay-service/rest/";
    private SimulatedShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await SimulatedShop.Open();
        await _shop.Control("merchants", new { vendor = "easypaisa", notificationUrl = _shop.NotificationUrl });
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_hosted_page_takes_two_legs_and_returns_unsigned()
    {
        var back = await Hosted("A1", "success");
        (back["status"], back["orderRefNumber"]).ShouldBe(("0000", "A1"));
        (await Inquire("A1")).GetProperty("transactionStatus").GetString().ShouldBe("PAID");
        await _shop.Settle();
        _shop.Notifications.ShouldHaveSingleItem().Query.ShouldContain("url=");
    }

    [Fact]
    public async Task A_wrong_hash_gives_an_error_page_and_no_token()
    {
        var form = Form("B1");
        form["amount"] = "1.0";
        var page = await _shop.Submit("/easypaisa/easypay/Index.jsf", form);
        page.ShouldContain("could not be verified");
        page.ShouldNotContain("<form");
    }

    [Fact]
    public async Task A_token_opens_the_second_leg_once()
    {
        var token = await Token("C1");
        (await SecondLeg(token)).ShouldContain("<form");
        (await SecondLeg(token)).ShouldContain("was used");
    }

    [Fact]
    public async Task Who_stops_between_the_legs_pays_nothing()
    {
        await Token("D1");
        (await Inquire("D1")).GetProperty("transactionStatus").GetString().ShouldBe("PENDING");
    }

    [Theory]
    [InlineData("return-lies-pending", "PENDING")]
    [InlineData("return-lies-failed", "FAILED")]
    public async Task The_return_can_say_paid_when_it_is_not(string scenario, string truth)
    {
        (await Hosted("E1", scenario))["status"].ShouldBe("0000");
        (await Inquire("E1")).GetProperty("transactionStatus").GetString().ShouldBe(truth);
    }

    [Theory]
    [InlineData("00", "0000", "PAID")]
    [InlineData("01", "0013", "FAILED")]
    [InlineData("02", "0001", "FAILED")]
    public async Task The_mobile_account_answers_as_the_phone_says(string digits, string code, string status)
    {
        (await Pay("F1", "034512345" + digits)).GetProperty("responseCode").GetString().ShouldBe(code);
        (await Inquire("F1")).GetProperty("transactionStatus").GetString().ShouldBe(status);
    }

    [Fact]
    public async Task An_account_that_does_not_exist_and_a_code_nobody_documented()
    {
        await _shop.Control("scenarios", new { reference = "G1", scenario = "unknown-account" });
        (await Pay("G1", "03451234567")).GetProperty("responseCode").GetString().ShouldBe("0014");
        await _shop.Control("scenarios", new { reference = "G2", scenario = "unknown-code" });
        (await Pay("G2", "03451234567")).GetProperty("responseCode").GetString().ShouldBe("0987");
        (await Inquire("G2")).GetProperty("transactionStatus").GetString().ShouldBe("PAID");
    }

    [Fact]
    public async Task A_call_that_hangs_has_paid_all_the_same()
    {
        var hanging = Pay("H1", "03451234505");
        await _shop.Until("H1", "paid");
        (await Inquire("H1")).GetProperty("transactionStatus").GetString().ShouldBe("PAID");
        (await hanging).GetProperty("responseCode").GetString().ShouldBe("0001");
    }

    [Fact]
    public async Task A_voucher_is_paid_later_or_expires()
    {
        var paid = await Read(await Send("v4/initiate-otc-transaction", Voucher("I1")));
        paid.GetProperty("paymentToken").GetString().ShouldNotBeNullOrEmpty();
        await _shop.Control("scenarios", new { reference = "I2", scenario = "voucher-expires" });
        await Send("v4/initiate-otc-transaction", Voucher("I2"));
        await _shop.Settle();
        (await Inquire("I1")).GetProperty("transactionStatus").GetString().ShouldBe("PAID");
        (await Inquire("I2")).GetProperty("transactionStatus").GetString().ShouldBe("EXPIRED");
    }

    [Fact]
    public async Task A_payment_can_be_reversed_later()
    {
        await _shop.Control("scenarios", new { reference = "J1", scenario = "reversed-after-paid" });
        await Pay("J1", "03451234567");
        (await Inquire("J1")).GetProperty("transactionStatus").GetString().ShouldBe("PAID");
        await _shop.Settle();
        (await Inquire("J1")).GetProperty("transactionStatus").GetString().ShouldBe("REVERSED");
    }

    [Fact]
    public async Task The_inquiry_can_leave_out_the_transaction_and_call_itself_html()
    {
        await _shop.Control("scenarios", new { reference = "K1", scenario = "inquiry-without-reference" });
        await Pay("K1", "03451234567");
        (await Inquire("K1")).TryGetProperty("transactionId", out _).ShouldBeFalse();
        await _shop.Control("scenarios", new { reference = "K1", scenario = "json-as-html" });
        var answer = await Send("v4/inquire-transaction", InquiryForm("K1"));
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Fact]
    public async Task Wrong_credentials_are_refused_with_a_code_and_http_200()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Rest + "v4/inquire-transaction") { Content = JsonContent.Create(InquiryForm("L1")) };
        request.Headers.Add("Credentials", "bm9ib2R5Og==");
        var answer = await _shop.Ask(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Read(answer)).GetProperty("responseCode").GetString().ShouldBe("0010");
    }

    [Theory]
    [InlineData("duplicate-notification", 2)]
    [InlineData("no-notification", 0)]
    [InlineData("notification-first", 1)]
    public async Task Notifications_come_as_chosen(string scenario, int count)
    {
        await Hosted("M1", scenario);
        await _shop.Settle();
        _shop.Notifications.Count.ShouldBe(count);
    }

    [Fact]
    public async Task The_address_in_a_notification_tells_the_order_and_a_hostile_one_is_a_trap()
    {
        await Hosted("N1", "hostile-notification");
        await _shop.Settle();
        var addresses = _shop.Notifications.Select(heard => new Uri(HttpUtility.ParseQueryString(heard.Query)["url"]!)).ToArray();
        addresses.ShouldContain(address => address.Host == "localhost" && address.AbsolutePath.Contains("/trap/"));
        var honest = addresses.Single(address => address.Host != "localhost");
        (await _shop.Http.GetFromJsonAsync<JsonElement>(honest, CancellationToken.None)).GetProperty("transaction_status").GetString().ShouldBe("PAID");
    }

    [Theory]
    [InlineData("success", true)]
    [InlineData("wrong-signature", false)]
    [InlineData("pretty-signature", false)]
    public async Task Signed_calls_are_answered_with_a_signature_that_fits_or_not(string scenario, bool fits)
    {
        using var key = RSA.Create(2048);
        await _shop.Control("merchants", new { vendor = "easypaisa", credentials = new { publicKey = key.ExportSubjectPublicKeyInfoPem() } });
        await _shop.Control("scenarios", new { reference = "O1", scenario });
        var text = JsonSerializer.Serialize(PayForm("O1", "03451234567"));
        var signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

        var answer = await Read(await Signed(text, signature));
        var vendorKey = await _shop.Text("/easypaisa/public-key");
        EasyPaisaKeys.Verifies(vendorKey, answer.GetProperty("response").GetRawText(), answer.GetProperty("signature").GetString()!).ShouldBe(fits);

        var pretty = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text.Replace(",", ", ")), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        (await Read(await Signed(text, pretty))).GetProperty("response").GetProperty("responseCode").GetString().ShouldBe("0010");
    }

    private Task<HttpResponseMessage> Signed(string text, string signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Rest + "v5/initiate-ma-transaction")
        {
            Content = new StringContent($$"""{"request":{{text}},"signature":"{{signature}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Credentials", Credentials);
        return _shop.Ask(request);
    }

    private static string Credentials => Convert.ToBase64String("epuser:eppass"u8);

    private static async Task<JsonElement> Read(HttpResponseMessage answer) => JsonDocument.Parse(await SimulatedShop.Body(answer)).RootElement;

    private async Task<Dictionary<string, string>> Hosted(string reference, string scenario)
    {
        (await SecondLeg(await Token(reference))).ShouldContain("<form");
        var back = await _shop.Location($"/easypaisa/payments/{reference}", new() { ["scenario"] = scenario });
        var query = HttpUtility.ParseQueryString(back.Query);
        return query.AllKeys.ToDictionary(name => name!, name => query[name]!);
    }

    private async Task<string> Token(string reference)
    {
        (await _shop.Submit("/easypaisa/easypay/Index.jsf", Form(reference))).ShouldContain("Continue");
        var back = await _shop.Location($"/easypaisa/checkout/{reference}", new() { ["step"] = "continue" });
        back.ToString().ShouldStartWith(_shop.ReturnUrl);
        return HttpUtility.ParseQueryString(back.Query)["auth_token"]!;
    }

    private Task<string> SecondLeg(string token) =>
        _shop.Submit("/easypaisa/easypay/Confirm.jsf", new Dictionary<string, string> { ["auth_token"] = token, ["postBackURL"] = _shop.ReturnUrl });

    private Dictionary<string, string> Form(string reference)
    {
        var form = new Dictionary<string, string> { ["storeId"] = "12345", ["amount"] = "3500.0", ["postBackURL"] = _shop.ReturnUrl, ["orderRefNum"] = reference, ["autoRedirect"] = "1" };
        form[EasyPaisaHash.Field] = EasyPaisaHash.Of("0123456789ABCDEF", form);
        return form;
    }

    private async Task<JsonElement> Pay(string reference, string phone) => await Read(await Send("v4/initiate-ma-transaction", PayForm(reference, phone)));

    private async Task<JsonElement> Inquire(string reference) => await Read(await Send("v4/inquire-transaction", InquiryForm(reference)));

    private async Task<HttpResponseMessage> Send(string call, Dictionary<string, string> form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Rest + call) { Content = JsonContent.Create(form, MediaTypeHeaderValue.Parse("application/json")) };
        request.Headers.Add("Credentials", Credentials);
        return await _shop.Ask(request);
    }

    private static Dictionary<string, string> PayForm(string reference, string phone) => new()
    {
        ["orderId"] = reference, ["storeId"] = "12345", ["transactionAmount"] = "3500.00", ["transactionType"] = "MA", ["mobileAccountNo"] = phone, ["emailAddress"] = "player@example.pk",
    };

    private static Dictionary<string, string> Voucher(string reference) => new()
    {
        ["orderId"] = reference, ["storeId"] = "12345", ["transactionAmount"] = "3500.00", ["transactionType"] = "OTC", ["msisdn"] = "03451234567", ["tokenExpiry"] = "20990101 120000",
    };

    private static Dictionary<string, string> InquiryForm(string reference) => new() { ["orderId"] = reference, ["storeId"] = "12345", ["accountNum"] = "20001234" };
}
