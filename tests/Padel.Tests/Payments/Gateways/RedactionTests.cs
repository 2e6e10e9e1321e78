using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Padel.Payments.Gateways;

namespace Padel.Tests.Payments.Gateways;

/// <summary>What may be stored of a message holds no person's data and no secret.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("pp_CNIC", "345678")]
    [InlineData("pp_MobileNumber", "03001234567")]
    [InlineData("ppmpf_1", "03001234567")]
    [InlineData("pp_Password", "pwTEST01")]
    [InlineData("pp_MerchantMPIN", "1234")]
    [InlineData("PP_CNIC", "345678")]
    [InlineData("emailAddress", "player@example.pk")]
    [InlineData("auth_token", "aabbcc")]
    [InlineData("msisdn", "923001234567")]
    [InlineData("customer_details", "whoever")]
    public void Named_fields_are_masked_in_forms_and_json(string name, string value)
    {
        Redaction.Of(Samples.Form([new(name, value), new("pp_Amount", "350000")], isReturn: true)).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain(value), text => text.ShouldContain("350000"));
        Redaction.Of(Samples.Json($$"""{"data":[{"{{name}}":"{{value}}"}],"pp_Amount":350000}""")).ShouldSatisfyAllConditions(
            text => text.ShouldNotContain(value), text => text.ShouldContain("350000"));
    }

    [Theory]
    [InlineData("4111111111111111")]
    [InlineData("4111 1111 1111 1111")]
    [InlineData("5555-5555-5555-4444")]
    [InlineData("378282246310005")]
    [InlineData("2223003122003222")]
    [InlineData("61101-1234567-1")]
    [InlineData("03451234567")]
    [InlineData("+923451234567")]
    [InlineData("0345-1234567")]
    [InlineData("player@example.pk")]
    public void What_looks_like_it_is_masked_wherever_it_stands(string value)
    {
        Redaction.Of(Samples.Form([new("pp_ResponseMessage", $"paid by {value}.")], isReturn: true)).ShouldNotContain(value);
        Redaction.Of(Samples.Json($$"""{"note":"paid by {{value}}."}""")).ShouldNotContain(value);
    }

    [Fact]
    public void Inner_objects_of_a_card_payment_go_whole()
    {
        var text = Redaction.Of(Samples.Json("""{"data":{"object":{"billing_details":{"name":"Ali Khan"},"payment_method_details":{"card":{"last4":"4242"}},"id":"ch_1"}}}"""));
        text.ShouldNotContain("Ali");
        text.ShouldNotContain("4242");
        text.ShouldContain("ch_1");
    }

    [Theory]
    [InlineData("T20270115183000")]
    [InlineData("20270115183000")]
    [InlineData("270115000777")]
    public void References_and_times_stay_readable(string value) =>
        Redaction.Of(Samples.Form([new("pp_TxnRefNo", value)], isReturn: true)).ShouldContain(value);

    [Fact]
    public void What_is_no_known_form_leaves_its_digest_only() =>
        Redaction.OfBody(Encoding.UTF8.GetBytes("pp_CNIC: 345678"), "text/plain").ShouldSatisfyAllConditions(
            text => text.ShouldNotContain("345678"), text => text.ShouldContain("15 bytes"));

    [Fact]
    public void No_identity_digits_or_pin_survive_whatever_else_a_message_holds()
    {
        var digits = Gen.Choose(100000, 999999).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var words = ArbMap.Default.ArbFor<string>().Generator.Select(text => new string([.. (text ?? "").Where(c => !char.IsDigit(c))]));
        var cases = from cnic in digits from word in words from other in words select (cnic, word, other);
        Prop.ForAll(cases.ToArbitrary(), sample =>
        {
            var fields = new KeyValuePair<string, string?>[] { new("a" + sample.word, sample.other), new("pp_CNIC", sample.cnic), new("pp_MerchantMPIN", sample.cnic[..4]) };
            return !Redaction.Of(Samples.Form(fields, isReturn: true)).Contains(sample.cnic[..4], StringComparison.Ordinal)
                && !Redaction.Of(Samples.Json(System.Text.Json.JsonSerializer.Serialize(fields.ToDictionary(field => field.Key, field => field.Value)))).Contains(sample.cnic[..4], StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Payer_account_and_message_say_nothing_when_printed()
    {
        var printed = $"{new PayerInput("03001234567", "345678", "p@example.pk", "Ali")} {Samples.JazzCash} {Samples.Query("cnic=345678", isReturn: true)}";
        foreach (var secret in new[] { "0300", "345678", "example.pk/?", "Ali", "salt0TEST1", "pw0TEST1", "1234" })
            printed.ShouldNotContain(secret);
    }
}
