using System.Net;
using System.Text.Json;
using Padel.Simulators.PayFast;

namespace Padel.IntegrationTests.Simulators;

/// <summary>The simulated PayFast Pakistan does each thing the real one is known to do, over HTTP.</summary>
public sealed class PayFastSimulatorTests : IAsyncLifetime
{
    private const string Base = "/payfast/Ecommerce/api/Transaction";
    private SimulatedShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await SimulatedShop.Open();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_caller_without_a_user_agent_is_refused() => (await TokenAnswer("A1", userAgent: null)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    public async Task A_wrong_key_gets_no_token() => (await TokenAnswer("A2", key: "wrong")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task The_page_opens_only_for_the_tokens_basket_and_amount()
    {
        var form = await Form("B1");
        form["TXNAMT"] = "1.00";
        (await _shop.Submit($"{Base}/PostTransaction", form)).ShouldContain("not valid");
    }

    [Theory]
    [InlineData("success", "000")]
    [InlineData("declined-low-balance", "97")]
    [InlineData("pending-then-success", "001")]
    [InlineData("unknown-code", "987")]
    public async Task The_return_carries_the_code_and_its_hash(string scenario, string code)
    {
        var back = await Hosted("C1", scenario);
        back["err_code"].ShouldBe(code);
        back["validation_hash"].ShouldBe(PayFastHash.Of("C1", "secured-key-TEST", "14833", code));
    }

    [Theory]
    [InlineData("success", 1)]
    [InlineData("duplicate-notification", 2)]
    [InlineData("no-notification", 0)]
    [InlineData("failure-after-success", 2)]
    public async Task Notifications_come_as_chosen(string scenario, int count)
    {
        await Hosted("D1", scenario);
        await _shop.Settle();
        _shop.Notifications.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_notification_comes_before_the_return()
    {
        await Hosted("E1", "notification-first");
        _shop.Notifications.ShouldHaveSingleItem().Body.ShouldContain("err_code=000");
    }

    [Fact]
    public async Task A_wrong_hash_and_a_wrong_amount()
    {
        (await Hosted("F1", "wrong-signature"))["validation_hash"].ShouldNotBe(PayFastHash.Of("F1", "secured-key-TEST", "14833", "000"));
        await Hosted("F2", "wrong-amount");
        await _shop.Settle();
        _shop.Notifications.ShouldContain(heard => heard.Body.Contains("basket_id=F2") && heard.Body.Contains("transaction_amount=3499.00"));
    }

    [Fact]
    public async Task A_closed_tab_sends_nothing()
    {
        (await Hosted("G1", "dropped")).ShouldBeEmpty();
        await _shop.Settle();
        _shop.Notifications.ShouldBeEmpty();
    }

    private async Task<Dictionary<string, string>> Hosted(string basket, string scenario)
    {
        (await _shop.Submit($"{Base}/PostTransaction", await Form(basket))).ShouldContain("3,500.00");
        return SimulatedShop.HiddenFields(await _shop.Choose($"/payfast/checkout/{basket}", scenario));
    }

    private async Task<Dictionary<string, string>> Form(string basket)
    {
        var token = JsonDocument.Parse(await SimulatedShop.Body(await TokenAnswer(basket))).RootElement.GetProperty("ACCESS_TOKEN").GetString()!;
        return new()
        {
            ["MERCHANT_ID"] = "14833", ["TOKEN"] = token, ["BASKET_ID"] = basket, ["TXNAMT"] = "3500.00", ["CURRENCY_CODE"] = "PKR",
            ["SUCCESS_URL"] = _shop.ReturnUrl, ["FAILURE_URL"] = _shop.ReturnUrl, ["CHECKOUT_URL"] = _shop.NotificationUrl,
        };
    }

    private Task<HttpResponseMessage> TokenAnswer(string basket, string key = "secured-key-TEST", string? userAgent = "Tests/1.0")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{Base}/GetAccessToken")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["MERCHANT_ID"] = "14833", ["SECURED_KEY"] = key, ["BASKET_ID"] = basket, ["TXNAMT"] = "3500.00", ["CURRENCY_CODE"] = "PKR",
            }),
        };
        if (userAgent is not null)
            request.Headers.UserAgent.ParseAdd(userAgent);
        return _shop.Ask(request);
    }
}
