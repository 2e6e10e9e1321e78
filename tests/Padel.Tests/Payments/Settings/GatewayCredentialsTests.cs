using Padel.Payments.Gateways;
using Padel.Payments.Settings;

namespace Padel.Tests.Payments.Settings;

public sealed class GatewayCredentialsTests
{
    private static readonly GatewayDescription JazzCash = GatewayCatalogue.Find(GatewayNames.JazzCash).ShouldNotBeNull();

    private static readonly Dictionary<string, string?> All = new() { ["merchantId"] = "MC1", ["password"] = "pw", ["integritySalt"] = "salt" };

    [Fact]
    public void A_gateway_is_switched_on_with_all_it_needs()
    {
        var account = GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: true, All).Value;

        account.Enabled.ShouldBeTrue();
        account.FieldsSet.ShouldBe(["integritySalt", "merchantId", "password"]);
    }

    [Fact]
    public void A_gateway_is_not_switched_on_without_a_required_field()
    {
        var error = GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: true, new Dictionary<string, string?> { ["merchantId"] = "MC1" }).Error;

        error.ShouldNotBeNull().Fields.ShouldNotBeNull().Keys.ShouldBe(["credentials.password", "credentials.integritySalt"], ignoreOrder: true);
    }

    [Fact]
    public void Some_of_it_may_be_entered_before_it_is_switched_on() =>
        GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: false, new Dictionary<string, string?> { ["password"] = "pw" }).Value
            .FieldsSet.ShouldBe(["password"]);

    [Fact]
    public void Fields_that_are_not_sent_keep_what_they_have()
    {
        var before = GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: true, All).Value;
        var after = GatewayCredentials.Change(JazzCash, before, enabled: true, new Dictionary<string, string?> { ["password"] = " new " }).Value;

        after.Credentials["password"].ShouldBe("new");
        after.Credentials["integritySalt"].ShouldBe("salt");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_takes_an_optional_field_away_but_not_a_required_one(string? nothing)
    {
        var before = GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: true, new Dictionary<string, string?>(All) { ["merchantMpin"] = "1234" }).Value;

        GatewayCredentials.Change(JazzCash, before, enabled: true, new Dictionary<string, string?> { ["merchantMpin"] = nothing }).Value.FieldsSet.ShouldNotContain("merchantMpin");
        GatewayCredentials.Change(JazzCash, before, enabled: true, new Dictionary<string, string?> { ["password"] = nothing }).Error
            .ShouldNotBeNull().Fields.ShouldNotBeNull().Keys.ShouldBe(["credentials.password"]);
    }

    [Fact]
    public void An_unknown_field_is_refused_without_repeating_what_was_entered()
    {
        var error = GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: false, new Dictionary<string, string?> { ["pin"] = "9876543" }).Error.ShouldNotBeNull();

        error.Fields.ShouldNotBeNull().Keys.ShouldBe(["credentials.pin"]);
        error.Fields["credentials.pin"].ShouldAllBe(message => !message.Contains("9876543"));
    }

    [Fact]
    public void What_is_stored_never_tells_its_secrets_as_text() =>
        GatewayCredentials.Change(JazzCash, StoredGateway.Nothing, enabled: true, All).Value.ToString().ShouldBe("StoredGateway with 3 fields");
}
