using Padel.Payments.Gateways;
using Padel.Payments.Settings;

namespace Padel.Tests.Payments.Settings;

public sealed class MoneySettingsTests
{
    private const string GoodIban = "PK36 SCBL 0000 0011 2345 6702";
    private static readonly ClubMoney Club = new() { ClubId = Guid.CreateVersion7(), Name = "Margalla", Currency = "PKR", Methods = ["at_club"], SettingsVersion = 1 };
    private static readonly GatewayRoutes NoGateway = new([], HasBank: false);

    [Theory]
    [InlineData("card", "jazzcash", "payfast,stripe,jazzcash")]
    [InlineData("card", "payfast", "stripe,payfast,easypaisa")]
    [InlineData("card", "stripe", "stripe")]
    [InlineData("jazzcash", "jazzcash", "payfast,jazzcash")]
    [InlineData("easypaisa", "easypaisa", "easypaisa")]
    [InlineData("card", null, "easypaisa")]
    [InlineData("easypaisa", null, "jazzcash,payfast,stripe")]
    [InlineData("wallet", null, "jazzcash,payfast,stripe")]
    [InlineData("bank_transfer", null, "jazzcash")]
    public void A_way_of_paying_goes_to_the_first_gateway_that_serves_it(string method, string? gateway, string switchedOn) =>
        new GatewayRoutes(switchedOn.Split(','), HasBank: true).GatewayFor(method).ShouldBe(gateway);

    [Fact]
    public void Only_what_needs_no_gateway_can_be_offered_without_one() =>
        NoGateway.Working(MethodNames.All).ShouldBe(["at_club", "wallet", "plan"]);

    [Fact]
    public void A_bank_account_entered_now_lets_transfers_be_offered_now()
    {
        var changed = new MoneySettingsRequest(["bank_transfer", "at_club"], 0, new BankDetails("Margalla Padel Club", GoodIban, "Standard Chartered"))
            .Apply(Club, NoGateway).Value;

        changed.Methods.ShouldBe(["at_club", "bank_transfer"]);
        changed.Bank.ShouldBe(new BankDetails("Margalla Padel Club", "PK36SCBL0000001123456702", "Standard Chartered"));
    }

    [Fact]
    public void Taking_the_bank_account_away_while_transfers_are_offered_is_refused() =>
        Refused(new MoneySettingsRequest(["bank_transfer"], 0), new GatewayRoutes([], HasBank: true)).ShouldBe(["methods"]);

    [Theory]
    [InlineData("jazzcash")]
    [InlineData("card")]
    [InlineData("bank_transfer")]
    [InlineData("bitcoin")]
    public void A_way_of_paying_that_nothing_serves_is_refused(string method) => Refused(new MoneySettingsRequest([method], 0), NoGateway).ShouldBe(["methods"]);

    [Fact]
    public void Players_need_a_way_to_pay() => Refused(new MoneySettingsRequest([], 0), NoGateway).ShouldBe(["methods"]);

    [Fact]
    public void Each_wrong_field_is_named() =>
        Refused(new MoneySettingsRequest(["at_club"], -1, new BankDetails(" ", "PK36 SCBL", "SC"), new TaxDetails("ICT", 16.001m), "no spaces!", new string('x', 121)), NoGateway)
            .ShouldBe(["refundApprovalAboveMinor", "bank.iban", "bank.title", "tax.percent", "receiptPrefix", "legalName"], ignoreOrder: true);

    [Theory]
    [InlineData(16, 1600)]
    [InlineData(12.5, 1250)]
    [InlineData(0, 0)]
    [InlineData(100, 10000)]
    public void A_tax_is_kept_in_hundredths_of_a_percent(double percent, int basisPoints)
    {
        var changed = new MoneySettingsRequest(["at_club"], 0, Tax: new TaxDetails("ICT sales tax", (decimal)percent, " 123 ")).Apply(Club, NoGateway).Value;

        changed.TaxBasisPoints.ShouldBe(basisPoints);
        changed.Tax.ShouldBe(new TaxDetails("ICT sales tax", (decimal)percent, "123"));
    }

    [Fact]
    public void Stripe_says_that_it_needs_a_foreign_entity()
    {
        var settings = MoneySettings.Of(Club, new GatewayRoutes([GatewayNames.Stripe], HasBank: false));

        settings.PossibleMethods.Single(possible => possible.Method == "card").NeedsForeignEntity.ShouldBeTrue();
        settings.PossibleMethods.Single(possible => possible.Method == "wallet").NeedsForeignEntity.ShouldBeFalse();
    }

    private static IEnumerable<string> Refused(MoneySettingsRequest request, GatewayRoutes routes) =>
        request.Apply(Club, routes).Error.ShouldNotBeNull().Fields.ShouldNotBeNull().Keys;
}
