using Padel.Payments.Gateways;

namespace Padel.Tests.Payments.Gateways;

public sealed class GatewayCatalogueTests
{
    [Theory]
    [InlineData("jazzcash", "jazzcash,easypaisa,payfast,stripe", "jazzcash")]
    [InlineData("easypaisa", "jazzcash,easypaisa", "easypaisa")]
    [InlineData("card", "jazzcash,easypaisa,payfast,stripe", "jazzcash")]
    [InlineData("card", "stripe,payfast", "payfast")]
    [InlineData("card", "stripe", "stripe")]
    [InlineData("card", "easypaisa", null)]
    [InlineData("jazzcash", "easypaisa,stripe", null)]
    [InlineData("cash", "jazzcash", null)]
    public void A_method_takes_the_first_route_the_club_has(string method, string switchedOn, string? gateway) =>
        GatewayCatalogue.Serving(method, switchedOn.Split(',')).ShouldBe(gateway);

    [Theory]
    [InlineData("03001234567", "03001234567")]
    [InlineData("+92 300 1234567", "03001234567")]
    [InlineData("0512345678", null)]
    [InlineData("+971501234567", null)]
    [InlineData("x", null)]
    [InlineData(null, null)]
    public void Wallets_belong_to_pakistani_mobiles(string? typed, string? wallet) => WalletPhone.Of(typed).ShouldBe(wallet);
}
