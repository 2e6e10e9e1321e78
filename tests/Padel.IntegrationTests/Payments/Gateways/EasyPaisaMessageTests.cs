using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>The hosted checkout in two legs and the notifications of the simulated EasyPaisa.</summary>
public sealed class EasyPaisaMessageTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = EasyPaisaWalletTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() => _clients = await GatewayClients.Open();

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Theory]
    [InlineData("success", nameof(FindingKind.Paid))]
    [InlineData("declined-low-balance", nameof(FindingKind.Failed))]
    [InlineData("return-lies-pending", nameof(FindingKind.Pending))]
    [InlineData("return-lies-failed", nameof(FindingKind.Failed))]
    [InlineData("voucher", nameof(FindingKind.Pending))]
    public async Task Both_legs_end_in_a_hint_and_the_inquiry_tells(string scenario, string kind)
    {
        var order = _clients.Order("easypaisa");
        var inbound = _clients.ReadReturn("easypaisa", Club, query: await SecondLeg(await FirstLeg(order), order, scenario));
        (inbound.Verdict, inbound.Reference, inbound.Finding).ShouldBe((InboundVerdict.Hint, order.Reference, null));
        (await _clients.Inquire(order, Club)).Kind.ToString().ShouldBe(kind);
    }

    [Fact]
    public async Task A_token_counts_once()
    {
        var order = _clients.Order("easypaisa");
        var form = await FirstLeg(order);
        (await _clients.Shop.Submit(_clients.Path(form.Url), form.Fields)).ShouldContain(order.Reference);
        (await _clients.Shop.Submit(_clients.Path(form.Url), form.Fields)).ShouldContain("not valid");
    }

    [Fact]
    public async Task Stopping_between_the_legs_leaves_it_pending()
    {
        var order = _clients.Order("easypaisa");
        await FirstLeg(order);
        (await _clients.Inquire(order, Club)).Kind.ShouldBe(FindingKind.Pending);
    }

    [Fact]
    public async Task A_form_with_another_key_is_turned_away()
    {
        var wrong = Club with { Credentials = new Dictionary<string, string>(Club.Credentials) { ["hashKey"] = "FEDCBA9876543210" } };
        var page = await Page(_clients.Order("easypaisa"), wrong);
        (await _clients.Shop.Submit(_clients.Path(page.Url), page.Fields)).ShouldContain("could not be verified");
    }

    [Fact]
    public async Task A_notification_names_the_order_and_its_address_is_never_called()
    {
        var order = _clients.Order("easypaisa");
        await SecondLeg(await FirstLeg(order), order, "hostile-notification");
        await _clients.Shop.Settle();

        var read = _clients.Shop.Notifications.Select(heard => _clients.Read("easypaisa", heard, Club, type: null)).ToArray();
        read.Select(inbound => (inbound.Verdict, inbound.Reference)).ShouldBe([(InboundVerdict.Forged, null), (InboundVerdict.Hint, order.Reference)]);
        read.ShouldAllBe(inbound => inbound.Finding == null);
        var exchanges = (await _clients.Shop.State(order.Reference)).ToString();
        exchanges.ShouldNotContain("\"trap\"");
        exchanges.ShouldNotContain("\"ipn-read\"");
    }

    [Fact]
    public async Task Two_notifications_are_two_reasons_to_ask()
    {
        var order = _clients.Order("easypaisa");
        await SecondLeg(await FirstLeg(order), order, "duplicate-notification");
        await _clients.Shop.Settle();
        _clients.Shop.Notifications.Select(heard => _clients.Read("easypaisa", heard, Club, type: null).Reference).ShouldBe([order.Reference, order.Reference]);
    }

    [Fact]
    public async Task Refunds_are_made_by_hand()
    {
        var order = _clients.Order("easypaisa");
        _clients["easypaisa"].CanRefund.ShouldBeFalse();
        var refund = await _clients["easypaisa"].Refund(
            new RefundOrder(Guid.CreateVersion7(), "R1", order.Amount, order.Amount, order.Reference, order.Data), Club, TestContext.Current.CancellationToken);
        (refund.Kind, refund.Code).ShouldBe((RefundFindingKind.Refused, "unsupported"));
    }

    private async Task<GatewayReply.HandOverForm> FirstLeg(GatewayOrder order)
    {
        var page = await Page(order, Club);
        (await _clients.Shop.Submit(_clients.Path(page.Url), page.Fields)).ShouldContain("Continue");
        var back = await _clients.Shop.Http.PostAsync($"/easypaisa/checkout/{order.Reference}", new FormUrlEncodedContent([new("step", "continue")]), TestContext.Current.CancellationToken);
        var form = _clients.ReadReturn("easypaisa", Club, query: back.Headers.Location!.Query.TrimStart('?')).Reply.ShouldBeOfType<GatewayReply.HandOverForm>();
        form.Fields["postBackURL"].ShouldBe(_clients.Shop.ReturnUrl);
        return form;
    }

    private async Task<string> SecondLeg(GatewayReply.HandOverForm form, GatewayOrder order, string scenario)
    {
        (await _clients.Shop.Submit(_clients.Path(form.Url), form.Fields)).ShouldContain(order.Reference);
        var back = await _clients.Shop.Http.PostAsync($"/easypaisa/payments/{order.Reference}", new FormUrlEncodedContent([new("scenario", scenario)]), TestContext.Current.CancellationToken);
        return back.Headers.Location!.Query.TrimStart('?');
    }

    private async Task<GatewayStart.HandOver> Page(GatewayOrder order, GatewayAccount account) =>
        (await _clients["easypaisa"].Start(order, account, PayerInput.None, TestContext.Current.CancellationToken)).ShouldBeOfType<GatewayStart.HandOver>();
}
