using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Padel.Simulators.JazzCash;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulated JazzCash does each thing the real one is known to do, over HTTP.</summary>
public sealed class JazzCashSimulatorTests : IAsyncLifetime
{
    private const string Salt = "salt0TEST1";
    private const string Inquiry = "/jazzcash/ApplicationAPI/API/PaymentInquiry/Inquire";
    private const string RefundPath = "/jazzcash/ApplicationAPI/API/Purchase/domwalletrefundtransaction";
    private const string WalletPath = "/jazzcash/ApplicationAPI/API/2.0/Purchase/DoMWalletTransaction";
    private SimulatedShop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await SimulatedShop.Open();
        _shop.Answer = _ => (200, JsonSerializer.Serialize(JazzCashHash.Signed(Salt, new() { ["pp_ResponseCode"] = "000", ["pp_ResponseMessage"] = "IPN received successfully" })));
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task The_hosted_page_returns_a_signed_success_and_notifies()
    {
        var back = await Hosted("A1", "success");

        back["pp_ResponseCode"].ShouldBe("000");
        JazzCashHash.Fits(Salt, back).ShouldBeTrue();
        back.ShouldContainKey("pp_RetreivalReferenceNo");
        await _shop.Settle();
        Code(_shop.Notifications.ShouldHaveSingleItem()).ShouldBe("121");
    }

    [Theory]
    [InlineData("declined-low-balance", "004")]
    [InlineData("cancelled", "112")]
    [InlineData("voucher", "124")]
    [InlineData("pending-then-success", "157")]
    [InlineData("paid-after-expiry", "129")]
    [InlineData("unknown-code", "987")]
    public async Task The_hosted_page_returns_the_code_of_the_chosen_outcome(string scenario, string code) =>
        (await Hosted("B1", scenario))["pp_ResponseCode"].ShouldBe(code);

    [Fact]
    public async Task A_closed_tab_sends_nothing()
    {
        (await Hosted("C1", "dropped")).ShouldBeEmpty();
        await _shop.Settle();
        _shop.Notifications.ShouldBeEmpty();
        (await Inquire("C1"))["pp_Status"].ShouldBe("Dropped");
    }

    [Theory]
    [InlineData("pp_SecureHash", "00", "115")]
    [InlineData("pp_TxnRefNo", "T12345678901234567890", "110")]
    [InlineData("pp_Amount", "12.50", "110")]
    public async Task A_wrong_form_comes_back_with_its_code(string field, string value, string code)
    {
        var form = Form("D1");
        form[field] = value;
        if (field != "pp_SecureHash")
            JazzCashHash.Signed(Salt, form);
        SimulatedShop.HiddenFields(await _shop.Submit("/jazzcash/CustomerPortal/transactionmanagement/merchantform/", form))["pp_ResponseCode"].ShouldBe(code);
    }

    [Fact]
    public async Task An_unregistered_return_address_is_refused_on_the_page()
    {
        var form = JazzCashHash.Signed(Salt, new(Form("E1")) { ["pp_ReturnURL"] = "http://elsewhere.example/returns" });
        var page = await _shop.Submit("/jazzcash/CustomerPortal/transactionmanagement/merchantform", form);
        page.ShouldContain("999");
        SimulatedShop.HiddenFields(page).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reference_used_again_is_refused()
    {
        await Wallet("F1", "03001234567");
        (await Wallet("F1", "03001234567"))["pp_ResponseCode"].ShouldBe("422");
    }

    [Fact]
    public async Task A_tampered_amount_breaks_the_hash_and_a_wrong_amount_does_not()
    {
        var tampered = await Hosted("G1", "amount-tampered");
        JazzCashHash.Fits(Salt, tampered).ShouldBeFalse();
        var wrong = await Hosted("G2", "wrong-amount");
        JazzCashHash.Fits(Salt, wrong).ShouldBeTrue();
        wrong["pp_Amount"].ShouldBe("349900");
    }

    [Theory]
    [InlineData("06", "121 121")]
    [InlineData("10", "121 199")]
    [InlineData("11", "")]
    [InlineData("03", "121")]
    [InlineData("04", "402")]
    [InlineData("17", "121")]
    public async Task The_last_digits_of_the_phone_choose_the_notifications(string digits, string codes)
    {
        await _shop.Control("merchants", new { vendor = "jazzcash", notificationUrl = _shop.NotificationUrl });
        await Wallet("H1", "030012345" + digits);
        await _shop.Settle();
        string.Join(' ', _shop.Notifications.Select(Code)).ShouldBe(codes);
    }

    [Fact]
    public async Task A_notification_before_the_answer_and_one_with_a_wrong_hash()
    {
        await _shop.Control("merchants", new { vendor = "jazzcash", notificationUrl = _shop.NotificationUrl });
        await Wallet("I1", "03001234507");
        _shop.Notifications.ShouldHaveSingleItem();
        var answer = await Wallet("I2", "03001234508");
        JazzCashHash.Fits(Salt, answer).ShouldBeFalse();
        await _shop.Settle();
        JazzCashHash.Fits(Salt, Fields(_shop.Notifications.Last().Json)).ShouldBeFalse();
        (await Inquire("I2"))["pp_PaymentResponseCode"].ShouldBe("121");
    }

    [Fact]
    public async Task A_notification_without_a_signed_000_is_tried_three_times()
    {
        _shop.Answer = _ => (200, "OK");
        await Hosted("J1", "success");
        await _shop.Settle();
        _shop.Notifications.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_inquiry_says_pending_then_completed()
    {
        await Wallet("K1", "03001234503");
        var first = await Inquire("K1");
        (first["pp_ResponseCode"], first["pp_Status"]).ShouldBe(("000", "Pending"));
        await _shop.Settle();
        var then = await Inquire("K1");
        (then["pp_PaymentResponseCode"], then["pp_Status"]).ShouldBe(("121", "Completed"));
        then.ShouldContainKey("pp_RetrievalReferenceNo");
    }

    [Fact]
    public async Task The_inquiry_knows_nothing_at_first_or_answers_in_its_older_shape()
    {
        await Chosen("L1", "not-found-at-first");
        (await Inquire("L1"))["pp_ResponseCode"].ShouldBe("109");
        (await Inquire("L1"))["pp_PaymentResponseCode"].ShouldBe("121");
        await Chosen("L2", "older-inquiry-shape");
        var older = await Inquire("L2");
        older["pp_ResponseCode"].ShouldBe("121");
        older.ShouldNotContainKey("pp_PaymentResponseCode");
    }

    [Fact]
    public async Task A_call_that_hangs_has_paid_all_the_same()
    {
        var hanging = Wallet("M1", "03001234505");
        await _shop.Until("M1", "paid");
        (await Inquire("M1"))["pp_PaymentResponseCode"].ShouldBe("121");
        (await hanging)["pp_ResponseCode"].ShouldBe("199");
        _shop.Notifications.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("12", HttpStatusCode.TooManyRequests)]
    [InlineData("13", HttpStatusCode.ServiceUnavailable)]
    [InlineData("14", HttpStatusCode.OK)]
    public async Task Overload_failure_and_the_firewalls_page_come_once_per_order(string digits, HttpStatusCode status)
    {
        var form = WalletForm("N1", "030012345" + digits);
        var first = await _shop.Send(WalletPath, form);
        first.StatusCode.ShouldBe(status);
        (await SimulatedShop.Body(first)).ShouldNotContain("pp_ResponseCode");
        (await Read(await _shop.Send(WalletPath, form)))["pp_ResponseCode"].ShouldBe("000");
    }

    [Theory]
    [InlineData("success", "000")]
    [InlineData("refund-refused", "452")]
    [InlineData("refund-no-balance", "453")]
    [InlineData("refund-no-partial", "454")]
    [InlineData("refund-not-settled", "455")]
    [InlineData("refund-pending-then-failed", "157")]
    public async Task Refunds_end_as_chosen(string scenario, string code)
    {
        await Chosen("O1", scenario);
        (await Refund("O1", 100_000))["pp_ResponseCode"].ShouldBe(code);
    }

    [Fact]
    public async Task Refunds_stop_at_what_was_paid_and_a_second_part_can_be_refused()
    {
        await Chosen("P1", "success");
        (await Refund("P1", 350_000))["pp_ResponseCode"].ShouldBe("000");
        (await Refund("P1", 100))["pp_ResponseCode"].ShouldBe("132");
        (await Inquire("P1"))["pp_PaymentResponseCode"].ShouldBe("131");
        await Chosen("P2", "refund-second-partial-refused");
        (await Refund("P2", 100))["pp_ResponseCode"].ShouldBe("000");
        (await Refund("P2", 100))["pp_ResponseCode"].ShouldBe("451");
    }

    [Fact]
    public async Task A_refund_that_takes_too_long_is_done_all_the_same()
    {
        await Chosen("Q1", "refund-timeout");
        var slow = Refund("Q1", 350_000);
        while ((await _shop.State("Q1")).GetProperty("orders")[0].GetProperty("refundedMinor").GetInt64() == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        (await Inquire("Q1"))["pp_PaymentResponseCode"].ShouldBe("131");
        (await slow)["pp_ResponseCode"].ShouldBe("000");
    }

    [Fact]
    public async Task A_voucher_that_nobody_pays_expires_without_a_word()
    {
        await Hosted("R1", "voucher-expires");
        await _shop.Settle();
        (await Inquire("R1"))["pp_PaymentResponseCode"].ShouldBe("116");
        _shop.Notifications.ShouldBeEmpty();
    }

    private static string Code(Heard heard) => heard.Json.GetProperty("pp_ResponseCode").GetString()!;

    private static Dictionary<string, string> Fields(JsonElement json) => json.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString() ?? "");

    private static async Task<Dictionary<string, string>> Read(HttpResponseMessage answer) => Fields(await answer.Content.ReadFromJsonAsync<JsonElement>());

    private async Task<Dictionary<string, string>> Hosted(string reference, string scenario)
    {
        await _shop.Submit("/jazzcash/CustomerPortal/transactionmanagement/merchantform", Form(reference));
        return SimulatedShop.HiddenFields(await _shop.Choose($"/jazzcash/checkout/{reference}", scenario));
    }

    private async Task Chosen(string reference, string scenario)
    {
        await _shop.Control("scenarios", new { reference, scenario });
        await Wallet(reference, "03001234567");
    }

    private async Task<Dictionary<string, string>> Wallet(string reference, string phone) => await Read(await _shop.Send(WalletPath, WalletForm(reference, phone)));

    private Task<Dictionary<string, string>> Inquire(string reference) => Call(Inquiry, new() { ["pp_TxnRefNo"] = reference });

    private Task<Dictionary<string, string>> Refund(string reference, int amount) => Call(RefundPath, new()
    {
        ["pp_TxnRefNo"] = reference, ["pp_Amount"] = $"{amount}", ["pp_TxnCurrency"] = "PKR", ["pp_MerchantMPIN"] = "1234",
    });

    private async Task<Dictionary<string, string>> Call(string path, Dictionary<string, string> fields)
    {
        (fields["pp_MerchantID"], fields["pp_Password"]) = ("MCTEST01", "pwTEST01");
        return await Read(await _shop.Send(path, JazzCashHash.Signed(Salt, fields)));
    }

    private Dictionary<string, string> Form(string reference) => JazzCashHash.Signed(Salt, new(Common(reference)) { ["pp_Version"] = "1.1", ["pp_TxnType"] = "", ["pp_ReturnURL"] = _shop.ReturnUrl });

    private static Dictionary<string, string> WalletForm(string reference, string phone) =>
        JazzCashHash.Signed(Salt, new(Common(reference)) { ["pp_MobileNumber"] = phone, ["pp_CNIC"] = "345678" });

    private static Dictionary<string, string> Common(string reference) => new()
    {
        ["pp_Language"] = "EN", ["pp_MerchantID"] = "MCTEST01", ["pp_SubMerchantID"] = "", ["pp_Password"] = "pwTEST01", ["pp_BankID"] = "", ["pp_ProductID"] = "",
        ["pp_TxnRefNo"] = reference, ["pp_Amount"] = "350000", ["pp_TxnCurrency"] = "PKR", ["pp_TxnDateTime"] = "20270115183000", ["pp_TxnExpiryDateTime"] = "20270116183000",
        ["pp_BillReference"] = "BK000123", ["pp_Description"] = "Court booking BK000123",
    };
}
