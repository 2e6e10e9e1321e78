using System.Text.Json;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.JazzCash;

namespace Padel.Tests.Payments.Gateways;

public sealed class JazzCashInboundTests
{
    private const string Salt = "salt0TEST1";

    [Fact]
    public void The_vendors_own_notification_is_verified_paid_and_acknowledged()
    {
        var vector = Vectors.Named("jazzcash", "published IPN");
        var account = Samples.Account(("integritySalt", vector.Text("salt")), ("merchantId", "M"), ("password", "0123456789"));
        var body = vector.Fields().ToDictionary(field => field.Key, field => field.Value);
        body["pp_SecureHash"] = vector.Text("secure_hash_upper");

        var inbound = JazzCashNotification.Read(Samples.Json(JsonSerializer.Serialize(body)), account);

        inbound.Verdict.ShouldBe(InboundVerdict.Verified);
        inbound.Reference.ShouldBe("T20240418145702");
        inbound.Finding!.Kind.ShouldBe(FindingKind.Paid);
        inbound.Finding.Amount.ShouldBeNull();
        inbound.Finding.GatewayReference.ShouldBe("240418718258");
        inbound.EventId.ShouldBe("T20240418145702:121:240418718258");
        var reply = inbound.Reply.ShouldBeOfType<GatewayReply.Json>();
        reply.Status.ShouldBe(200);
        JazzCashHash.Matches(vector.Text("salt"), Fields.OfJson(System.Text.Encoding.UTF8.GetBytes(reply.Body))!).ShouldBeTrue();
    }

    [Fact]
    public void A_signed_return_is_a_hint_with_a_finding()
    {
        var inbound = JazzCashNotification.Read(Samples.Return(Return("return POST success")), Samples.JazzCash);
        inbound.Verdict.ShouldBe(InboundVerdict.Hint);
        inbound.Finding!.Kind.ShouldBe(FindingKind.Paid);
        inbound.Finding.Amount!.Value.AmountMinor.ShouldBe(350000);
        inbound.Finding.MerchantId.ShouldBe("MCTEST01");
        inbound.Reply.ShouldBeOfType<GatewayReply.RedirectPlayer>();
    }

    [Fact]
    public void A_declined_return_says_why()
    {
        var finding = JazzCashNotification.Read(Samples.Return(Return("return POST declined")), Samples.JazzCash).Finding!;
        (finding.Kind, finding.Code, finding.CanRetry).ShouldBe((FindingKind.Failed, "004", true));
    }

    [Fact]
    public void A_forged_notification_hears_no_000()
    {
        var fields = Notification(("pp_ResponseCode", "121"));
        fields["pp_SecureHash"] = new string('0', 64);
        var inbound = JazzCashNotification.Read(Samples.Json(JsonSerializer.Serialize(fields)), Samples.JazzCash);
        inbound.Verdict.ShouldBe(InboundVerdict.Forged);
        inbound.Finding.ShouldBeNull();
        inbound.Reply.ShouldBeOfType<GatewayReply.Json>().Body.ShouldNotContain("\"000\"");
    }

    [Theory]
    [InlineData("not json at all")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    [InlineData("""{"pp_TxnRefNo":"A","pp_txnrefno":"B"}""")]
    public void What_is_no_message_is_unreadable(string body)
    {
        var inbound = JazzCashNotification.Read(Samples.Json(body), Samples.JazzCash);
        inbound.Verdict.ShouldBe(InboundVerdict.Unreadable);
        inbound.Reply.ShouldBeOfType<GatewayReply.Json>().Status.ShouldBe(400);
    }

    [Fact]
    public void A_signed_message_with_an_amount_that_is_none_is_unknown()
    {
        var finding = JazzCashNotification.Read(Samples.Json(JsonSerializer.Serialize(Notification(("pp_ResponseCode", "121"), ("pp_Amount", "1e6")))), Samples.JazzCash).Finding!;
        finding.Kind.ShouldBe(FindingKind.Unknown);
    }

    [Theory]
    [InlineData("121", "Completed", nameof(FindingKind.Paid))]
    [InlineData("000", "Completed", nameof(FindingKind.Paid))]
    [InlineData("121", "Pending", nameof(FindingKind.Pending))]
    [InlineData("157", "Pending", nameof(FindingKind.Pending))]
    [InlineData("777", "Failed", nameof(FindingKind.Unknown))]
    [InlineData("004", "Failed", nameof(FindingKind.Failed))]
    [InlineData(null, "Pending", nameof(FindingKind.Pending))]
    [InlineData(null, "Failed", nameof(FindingKind.Failed))]
    [InlineData(null, "Dropped", nameof(FindingKind.Expired))]
    [InlineData(null, "Completed", nameof(FindingKind.Unknown))] // the inquiry worked; nobody said that it is paid
    public void An_inquiry_that_worked(string? payment, string status, string kind) =>
        Inquired(("pp_ResponseCode", "000"), ("pp_PaymentResponseCode", payment), ("pp_Status", status)).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("121", nameof(FindingKind.Paid))]
    [InlineData("000", nameof(FindingKind.Unknown))]
    [InlineData("157", nameof(FindingKind.Pending))]
    [InlineData("109", nameof(FindingKind.NotFound))]
    [InlineData("115", nameof(FindingKind.Unknown))]
    public void An_inquiry_of_the_older_shape(string code, string kind) => Inquired(("pp_ResponseCode", code)).Kind.ToString().ShouldBe(kind);

    [Fact]
    public void Both_spellings_of_the_retrieval_reference_are_read()
    {
        Inquired(("pp_ResponseCode", "121"), ("pp_RetrievalReferenceNo", "777")).GatewayReference.ShouldBe("777");
        Inquired(("pp_ResponseCode", "121"), ("pp_RetreivalReferenceNo", "777")).GatewayReference.ShouldBe("777");
    }

    [Fact]
    public void An_unsigned_answer_is_not_believed()
    {
        var answer = GatewayAnswer.Of(200, """{"pp_ResponseCode":"000","pp_PaymentResponseCode":"121","pp_Status":"Completed"}"""u8.ToArray());
        JazzCashAnswers.OfInquiry(answer, "T1", Samples.JazzCash).Kind.ShouldBe(FindingKind.Unknown);
        JazzCashAnswers.OfRefund(answer, Samples.JazzCash).Kind.ShouldBe(RefundFindingKind.Unknown);
        JazzCashAnswers.OfInquiry(GatewayAnswer.Of(200, """{"responseCode":"115","responseMessage":"x"}"""u8.ToArray()), "T1", Samples.JazzCash).Code.ShouldBe("115");
    }

    [Fact]
    public void An_answer_about_another_payment_is_not_believed()
    {
        var answer = Answer(("pp_ResponseCode", "000"), ("pp_TxnRefNo", "T2"));
        JazzCashAnswers.OfWallet(answer, "T1", Samples.JazzCash).Kind.ShouldBe(FindingKind.Unknown);
        JazzCashAnswers.OfWallet(answer, "T2", Samples.JazzCash).Kind.ShouldBe(FindingKind.Paid);
    }

    [Theory]
    [InlineData("000", nameof(RefundFindingKind.Done))]
    [InlineData("131", nameof(RefundFindingKind.Done))]
    [InlineData("132", nameof(RefundFindingKind.Refused))]
    [InlineData("451", nameof(RefundFindingKind.Refused))]
    [InlineData("453", nameof(RefundFindingKind.Refused))]
    [InlineData("454", nameof(RefundFindingKind.Refused))]
    [InlineData("455", nameof(RefundFindingKind.Refused))]
    [InlineData("199", nameof(RefundFindingKind.Unknown))]
    [InlineData("888", nameof(RefundFindingKind.Unknown))]
    public void Refund_answers(string code, string kind) => JazzCashAnswers.OfRefund(Answer(("pp_ResponseCode", code)), Samples.JazzCash).Kind.ToString().ShouldBe(kind);

    private static Finding Inquired(params (string Name, string? Value)[] fields) => JazzCashAnswers.OfInquiry(Answer(fields), "T1", Samples.JazzCash);

    private static GatewayAnswer Answer(params (string Name, string? Value)[] fields) =>
        GatewayAnswer.Of(200, JsonSerializer.SerializeToUtf8Bytes(Signed(fields.ToDictionary(field => field.Name, field => field.Value))));

    private static Dictionary<string, string?> Notification(params (string Name, string? Value)[] fields) =>
        Signed(fields.Append(("pp_TxnRefNo", "T1")).ToDictionary(field => field.Item1, field => field.Item2));

    private static Dictionary<string, string?> Signed(Dictionary<string, string?> fields)
    {
        fields["pp_SecureHash"] = JazzCashHash.Of(Salt, fields);
        return fields;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Return(string name)
    {
        var vector = Vectors.Named("jazzcash", name);
        return vector.Fields().Append(new("pp_SecureHash", vector.Text("secure_hash_lower")));
    }
}
