using System.Security.Cryptography;
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

    [Theory]
    [InlineData("easypaisa", "hashKey", "0123456789ABCDEF", "0123456789ABCDE")]
    [InlineData("jazzcash", "merchantMpin", "1234", "12345")]
    [InlineData("jazzcash", "subMerchantName", "PadelClub", "Padel Club 1")]
    public void A_credential_that_could_never_work_is_found_when_it_is_entered(string gateway, string field, string right, string wrong)
    {
        Field(gateway, field).WhyNot(right).ShouldBeNull();
        Field(gateway, field).WhyNot(wrong).ShouldNotBeNull().ShouldNotContain(wrong);
    }

    [Fact]
    public void So_is_a_key_that_is_none()
    {
        using var key = RSA.Create(2048);
        Field("easypaisa", "privateKey").WhyNot(key.ExportPkcs8PrivateKeyPem()).ShouldBeNull();
        Field("easypaisa", "privateKey").WhyNot(key.ExportSubjectPublicKeyInfoPem()).ShouldNotBeNull();
        Field("easypaisa", "vendorPublicKey").WhyNot(key.ExportSubjectPublicKeyInfoPem()).ShouldBeNull();
        Field("easypaisa", "vendorPublicKey").WhyNot("-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----").ShouldNotBeNull();
    }

    private static CredentialField Field(string gateway, string name) => GatewayCatalogue.Find(gateway)!.CredentialFields.Single(field => field.Name == name);
}
