using System.Globalization;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.JazzCash;

namespace Padel.Tests.Payments.Gateways;

public sealed class JazzCashRequestTests
{
    private static readonly JazzCashOptions Options = new() { ExpiryMarginMinutes = 0 };

    [Fact]
    public void The_hosted_form_is_the_example_with_the_method_fixed()
    {
        var vector = Vectors.Named("jazzcash", "hosted page v1.1 form");
        var form = JazzCashRequests.Page(Samples.Order("card"), Samples.JazzCash, Options, type: "");
        Unsigned(form).ShouldBe(Expected(vector), ignoreOrder: true);
        form["pp_SecureHash"].ShouldBe(vector.Text("secure_hash_upper"));
    }

    [Fact]
    public void The_wallet_call_is_the_example()
    {
        var vector = Vectors.Named("jazzcash", "MWALLET v2.0 request");
        var body = JazzCashRequests.Wallet(Samples.Order("jazzcash"), Samples.JazzCash, Options, "03001234567", "345678");
        Unsigned(body).ShouldBe(Expected(vector), ignoreOrder: true);
        body["pp_SecureHash"].ShouldBe(vector.Text("secure_hash_upper"));
    }

    [Fact]
    public void The_inquiry_is_the_example() =>
        JazzCashRequests.Inquiry("T20270115183000", Samples.JazzCash)["pp_SecureHash"].ShouldBe(Vectors.Named("jazzcash", "status inquiry request").Text("secure_hash_upper"));

    [Fact]
    public void The_refund_is_the_example()
    {
        var order = Samples.Order("jazzcash");
        var refund = new RefundOrder(Guid.CreateVersion7(), "R1", order.Amount, order.Amount, order.Reference, order.Data);
        JazzCashRequests.Refund(refund, Samples.JazzCash)["pp_SecureHash"].ShouldBe(Vectors.Named("jazzcash", "wallet refund request").Text("secure_hash_upper"));
    }

    [Fact]
    public void The_acknowledgement_is_the_example() =>
        JazzCashRequests.Acknowledgement(Samples.JazzCash, "000", "IPN received successfully").ShouldContain(Vectors.Named("jazzcash", "IPN ack body").Text("secure_hash_upper"));

    [Fact]
    public void Times_are_those_of_pakistan()
    {
        foreach (var vector in Vectors.Of("jazzcash_time"))
            PakistanTime.Write(DateTimeOffset.Parse(vector.Text("utc"), CultureInfo.InvariantCulture), JazzCashRequests.TimeFormat).ShouldBe(vector.Text("pp_TxnDateTime"));
    }

    [Fact]
    public void Texts_carry_only_what_the_gateway_echoes_unchanged()
    {
        var order = Samples.Order("jazzcash") with { Description = "Court 1 / F-7: \"Ali's\" <game> 50%", BillReference = "BK-000123" };
        var form = JazzCashRequests.Page(order, Samples.JazzCash, Options, "MWALLET");
        form["pp_Description"].ShouldBe("Court 1  F7 Alis game 50");
        form["pp_BillReference"].ShouldBe("BK000123");
    }

    private static KeyValuePair<string, string>[] Unsigned(Dictionary<string, string> form) => [.. form.Where(field => field.Key != "pp_SecureHash")];

    private static IEnumerable<KeyValuePair<string, string>> Expected(System.Text.Json.JsonElement vector) =>
        vector.Fields().Select(field => KeyValuePair.Create(field.Key, field.Value ?? ""));
}
