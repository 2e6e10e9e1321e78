using Padel.Payments.Gateways;
using Padel.Payments.Gateways.EasyPaisa;

namespace Padel.Tests.Payments.Gateways;

public sealed class EasyPaisaInboundTests
{
    private static readonly Uri Confirm = new("https://easypay.easypaisa.com.pk/easypay/Confirm.jsf");

    [Fact]
    public void The_form_carries_no_more_than_the_example()
    {
        var order = Samples.Order("easypaisa", "BK000123", "https://padel.example.pk/pay/easypaisa/back");
        var form = EasyPaisaCheckout.Form(order, Samples.EasyPaisa, new PayerInput("+923451234567", null, "player@example.pk", null));
        var vector = Vectors.Named("easypaisa", "full hosted form");
        form.Where(field => field.Key != "merchantHashedReq").ShouldBe(vector.Fields().Select(field => KeyValuePair.Create(field.Key, field.Value!)), ignoreOrder: true);
        form["merchantHashedReq"].ShouldBe(vector.Text("merchantHashedReq"));
    }

    [Fact]
    public void An_account_without_a_hash_key_sends_no_hash() =>
        EasyPaisaCheckout.Form(Samples.Order("easypaisa"), Samples.Account(("storeId", "43")), PayerInput.None).ShouldNotContainKey("merchantHashedReq");

    [Fact]
    public void The_first_leg_hands_the_token_on_to_the_confirmation()
    {
        var inbound = EasyPaisaCheckout.Return(Samples.Query("auth_token=tok%2Ben", isReturn: true), Confirm);
        var form = inbound.Reply.ShouldBeOfType<GatewayReply.HandOverForm>();
        form.Url.ShouldBe(Confirm);
        form.Fields["auth_token"].ShouldBe("tok+en");
        form.Fields["postBackURL"].ShouldBe("https://padel.example.pk/gateways/returns");
        inbound.Redacted.ShouldNotContain("tok+en");
        inbound.Finding.ShouldBeNull();
    }

    [Theory]
    [InlineData("status=0000&desc=0000&orderRefNumber=BK000123")]
    [InlineData("success=true&orderRefNumber=BK000123&amount=3500.0")]
    [InlineData("status=0001&orderRefNum=BK000123")]
    public void The_second_leg_is_a_hint_whatever_it_says(string query)
    {
        var inbound = EasyPaisaCheckout.Return(Samples.Query(query, isReturn: true), Confirm);
        (inbound.Verdict, inbound.Reference, inbound.Finding).ShouldBe((InboundVerdict.Hint, "BK000123", null));
    }

    [Theory]
    [InlineData("https://easypay.easypaisa.com.pk/easypay-service/rest/v1/order-status/12345/BK000123", nameof(InboundVerdict.Hint), "BK000123")]
    [InlineData("https://easypaystg.easypaisa.com.pk/ipn?orderRefNumber=BK9", nameof(InboundVerdict.Hint), "BK9")]
    [InlineData("http://easypay.easypaisa.com.pk/order/BK000123", nameof(InboundVerdict.Forged), null)]
    [InlineData("https://easypay.easypaisa.com.pk.evil.example/order/BK000123", nameof(InboundVerdict.Forged), null)]
    [InlineData("https://easypay.easypaisa.com.pk@evil.example/order/BK000123", nameof(InboundVerdict.Forged), null)]
    [InlineData("https://evil@easypay.easypaisa.com.pk/order/BK000123", nameof(InboundVerdict.Forged), null)]
    [InlineData("https://easypay.easypaisa.com.pk:8443/order/BK000123", nameof(InboundVerdict.Forged), null)]
    [InlineData("http://169.254.169.254/latest/meta-data", nameof(InboundVerdict.Forged), null)]
    [InlineData("file:///etc/passwd", nameof(InboundVerdict.Forged), null)]
    [InlineData("nonsense", nameof(InboundVerdict.Unreadable), null)]
    public void A_notification_names_an_order_and_nothing_is_fetched(string url, string verdict, string? reference)
    {
        var inbound = EasyPaisaCheckout.Notification(Samples.Query($"url={Uri.EscapeDataString(url)}", isReturn: false), new EasyPaisaOptions());
        (inbound.Verdict.ToString(), inbound.Reference, inbound.Finding).ShouldBe((verdict, reference, null));
    }
}
