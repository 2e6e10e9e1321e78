using Padel.Payments.Gateways;

namespace Padel.IntegrationTests.Payments.Gateways;

/// <summary>A gateway that is down is left alone for a while; people who type a PIN are not kept from it.</summary>
public sealed class GatewayBreakerTests : IAsyncLifetime
{
    private static readonly GatewayAccount Club = JazzCashWalletTests.Club;
    private GatewayClients _clients = null!;

    public async ValueTask InitializeAsync() =>
        _clients = await GatewayClients.Open(("JazzCash:Limits:BreakerCalls", "3"), ("JazzCash:Limits:BreakerWindow", "00:00:20"), ("JazzCash:Limits:BreakerPause", "00:00:02"));

    public ValueTask DisposeAsync() => _clients.DisposeAsync();

    [Fact]
    public async Task After_too_many_failures_calls_fail_at_once_and_later_go_through_again()
    {
        var order = _clients.Order("jazzcash");
        await _clients.Fault("jazzcash", "inquiry", "5xx", times: 3);
        for (var failure = 0; failure < 3; failure++)
            (await Ask(order)).Code.ShouldBe(NoAnswer.ServerError);

        var refused = await Ask(order);
        (refused.Kind, refused.Code).ShouldBe((FindingKind.Unknown, NoAnswer.Unreachable));
        (await _clients.Approve(order, Club, GatewayClients.Payer("00"))).Kind.ShouldBe(FindingKind.Paid);

        await Task.Delay(TimeSpan.FromSeconds(2.5), TestContext.Current.CancellationToken);
        (await Ask(order)).Kind.ShouldBe(FindingKind.Paid);
    }

    [Fact]
    public async Task One_gateways_outage_is_not_anothers()
    {
        await _clients.Fault("jazzcash", "inquiry", "5xx", times: 3);
        for (var failure = 0; failure < 4; failure++)
            await Ask(_clients.Order("jazzcash"));
        (await _clients["easypaisa"].Inquire(_clients.Order("easypaisa"), EasyPaisaWalletTests.Club, TestContext.Current.CancellationToken)).Kind.ShouldBe(FindingKind.NotFound);
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_no_finding()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => _clients["jazzcash"].Inquire(_clients.Order("jazzcash"), Club, gone.Token));
    }

    [Fact]
    public async Task A_gateway_that_is_not_there_is_unknown()
    {
        await using var clients = await GatewayClients.Open(("JazzCash:BaseUrl", "http://127.0.0.1:9/"));
        var finding = await clients["jazzcash"].Inquire(clients.Order("jazzcash"), Club, TestContext.Current.CancellationToken);
        (finding.Kind, finding.Code).ShouldBe((FindingKind.Unknown, NoAnswer.Unreachable));
    }

    private Task<Finding> Ask(GatewayOrder order) => _clients["jazzcash"].Inquire(order, Club, TestContext.Current.CancellationToken);
}
