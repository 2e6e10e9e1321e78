using Microsoft.Extensions.Options;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.PayFast;

namespace Padel.Tests.Payments.Gateways;

public sealed class PayFastTests
{
    private static readonly PayFastGateway Gateway = new(null!, Options.Create(new GatewayOptions())); // reading a message calls nobody

    [Fact]
    public void Hashes_as_the_vendor_does()
    {
        foreach (var vector in Vectors.Of("payfast_pk"))
        {
            var parts = (vector.Text("basket_id"), vector.Text("secured_key"), vector.Text("merchant_id"), vector.Text("err_code"));
            PayFastHash.Of(parts.Item1, parts.Item2, parts.Item3, parts.Item4).ShouldBe(vector.Text("validation_hash"));
            PayFastHash.Matches(vector.Text("validation_hash").ToUpperInvariant(), parts.Item1, parts.Item2, parts.Item3, parts.Item4).ShouldBeTrue();
            PayFastHash.Matches(vector.Text("validation_hash"), parts.Item1, parts.Item2, parts.Item3, "00").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData(true, nameof(InboundVerdict.Hint))]
    [InlineData(false, nameof(InboundVerdict.Verified))]
    public void A_signed_success_as_query_and_as_form(bool isReturn, string verdict)
    {
        foreach (var message in new[] { Samples.Query(string.Join('&', Fields("000").Select(field => $"{field.Key}={field.Value}")), isReturn), Samples.Form(Fields("000"), isReturn) })
        {
            var inbound = Gateway.Read(message, Samples.PayFast);
            inbound.Verdict.ToString().ShouldBe(verdict);
            inbound.Reference.ShouldBe("BK-000123");
            inbound.Finding!.Kind.ShouldBe(FindingKind.Paid);
            inbound.Finding.Amount!.Value.AmountMinor.ShouldBe(350000);
            inbound.Finding.GatewayReference.ShouldBe("8899");
        }
    }

    [Fact]
    public void A_declined_one_says_why()
    {
        var finding = Gateway.Read(Samples.Form(Fields("97"), isReturn: false), Samples.PayFast).Finding!;
        (finding.Kind, finding.Code).ShouldBe((FindingKind.Failed, "97"));
    }

    [Fact]
    public void A_code_changed_under_the_old_hash_is_forged()
    {
        var fields = Fields("97").Select(field => field.Key == "err_code" ? new("err_code", "000") : field);
        Gateway.Read(Samples.Form(fields, isReturn: false), Samples.PayFast).Verdict.ShouldBe(InboundVerdict.Forged);
    }

    [Fact]
    public void Another_clubs_success_is_forged_here() =>
        Gateway.Read(Samples.Form(Fields("000"), isReturn: false), Samples.Account(("merchantId", "10102"), ("securedKey", "secretKEY123"))).Verdict.ShouldBe(InboundVerdict.Forged);

    [Fact]
    public void Nothing_is_unreadable() => Gateway.Read(Samples.Query("", isReturn: false), Samples.PayFast).Verdict.ShouldBe(InboundVerdict.Unreadable);

    private static KeyValuePair<string, string?>[] Fields(string code) =>
    [
        new("basket_id", "BK-000123"), new("err_code", code), new("err_msg", "x"), new("transaction_id", "8899"), new("transaction_amount", "3500.00"),
        new("validation_hash", Vectors.Named("payfast_pk", $"validation_hash {code}").Text("validation_hash")),
    ];
}
