using System.Text;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.Stripe;

namespace Padel.Tests.Payments.Gateways;

public sealed class StripeTests
{
    private const string Secret = "whsec_test_padel";
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1800000000);

    [Fact]
    public void The_published_payload_verifies()
    {
        var vector = Vectors.Named("stripe", "published");
        var body = Convert.FromBase64String(vector.Text("payload_base64"));
        var stamp = vector.GetProperty("timestamp").GetInt64();
        StripeSignature.Matches($"t={stamp},v1={vector.Text("signature_v1")}", body, vector.Text("secret"), DateTimeOffset.FromUnixTimeSeconds(stamp), Tolerance).ShouldBeTrue();
        body[^2] ^= 1;
        StripeSignature.Matches($"t={stamp},v1={vector.Text("signature_v1")}", body, vector.Text("secret"), DateTimeOffset.FromUnixTimeSeconds(stamp), Tolerance).ShouldBeFalse();
    }

    [Theory]
    [InlineData("checkout.session.completed")]
    [InlineData("two v1 values")]
    public void The_vectors_that_count_are_accepted(string name)
    {
        var vector = Vectors.Named("stripe", name);
        StripeSignature.Matches(vector.Text("header"), Encoding.UTF8.GetBytes(vector.Text("payload")), Secret, At, Tolerance).ShouldBeTrue();
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void An_event_may_be_so_old_and_no_older(int seconds, bool accepted) =>
        StripeSignature.Matches(Vectors.Named("stripe", "too old").Text("header"), Payload(), Secret, At.AddSeconds(seconds), Tolerance).ShouldBe(accepted);

    [Theory]
    [InlineData("")]
    [InlineData("t=1800000000")]
    [InlineData("v1=5aafdf4554a700b77cac9286aa7c06dee1d4b3c31180db371b2b284158f6eb62")]
    [InlineData("t=1800000000,v0=5aafdf4554a700b77cac9286aa7c06dee1d4b3c31180db371b2b284158f6eb62")]
    [InlineData("t=x,v1=5aafdf4554a700b77cac9286aa7c06dee1d4b3c31180db371b2b284158f6eb62")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=1800000000,t=1800000000,v1=5aafdf4554a700b77cac9286aa7c06dee1d4b3c31180db371b2b284158f6eb62")]
    public void Half_a_header_is_none(string header) => StripeSignature.Matches(header, Payload(), Secret, At, Tolerance).ShouldBeFalse();

    [Fact]
    public void The_session_event_is_read()
    {
        var inbound = Event(Encoding.UTF8.GetString(Payload()), At, Vectors.Named("stripe", "checkout.session.completed").Text("header"));
        inbound.Verdict.ShouldBe(InboundVerdict.Verified);
        (inbound.Reference, inbound.EventId).ShouldBe(("BK000123", "evt_test_1"));
        inbound.Finding!.Kind.ShouldBe(FindingKind.Paid);
        inbound.Finding.Amount!.Value.AmountMinor.ShouldBe(350000);
        inbound.Finding.Data["paymentIntent"].ShouldBe("pi_test_1");
    }

    [Theory]
    [InlineData("checkout.session.completed", """{"object":"checkout.session","id":"cs","status":"complete","payment_status":"unpaid","amount_total":1,"currency":"pkr"}""", nameof(FindingKind.Pending))]
    [InlineData("checkout.session.async_payment_succeeded", """{"object":"checkout.session","id":"cs","status":"complete","payment_status":"paid","amount_total":1,"currency":"pkr"}""", nameof(FindingKind.Paid))]
    [InlineData("checkout.session.async_payment_failed", """{"object":"checkout.session","id":"cs","status":"complete","payment_status":"unpaid"}""", nameof(FindingKind.Failed))]
    [InlineData("checkout.session.expired", """{"object":"checkout.session","id":"cs","status":"expired","payment_status":"unpaid"}""", nameof(FindingKind.Expired))]
    [InlineData("payment_intent.succeeded", """{"object":"payment_intent","id":"pi","amount_received":350000,"currency":"pkr"}""", nameof(FindingKind.Paid))]
    [InlineData("payment_intent.payment_failed", """{"object":"payment_intent","id":"pi","amount":350000,"currency":"pkr","last_payment_error":{"decline_code":"insufficient_funds"}}""", nameof(FindingKind.Pending))]
    [InlineData("charge.refunded", """{"object":"charge","payment_intent":"pi","amount_refunded":100000,"currency":"pkr"}""", nameof(FindingKind.Refunded))]
    [InlineData("charge.dispute.created", """{"object":"dispute","payment_intent":"pi","amount":350000,"currency":"pkr","status":"needs_response"}""", nameof(FindingKind.Disputed))]
    [InlineData("charge.dispute.closed", """{"object":"dispute","payment_intent":"pi","amount":350000,"currency":"pkr","status":"won"}""", nameof(FindingKind.Disputed))]
    [InlineData("checkout.session.completed", """{"object":"checkout.session","id":"cs","status":"complete","payment_status":"paid","amount_total":1,"currency":"xyz"}""", nameof(FindingKind.Unknown))]
    public void Events_by_what_they_mean(string type, string about, string kind) => Signed(type, about).Finding!.Kind.ToString().ShouldBe(kind);

    [Fact]
    public void A_dispute_that_is_closed_says_how() =>
        Signed("charge.dispute.closed", """{"object":"dispute","payment_intent":"pi","amount":1,"currency":"pkr","status":"lost"}""").Finding!.Code.ShouldBe("lost");

    [Theory]
    [InlineData("succeeded", nameof(RefundFindingKind.Done))]
    [InlineData("pending", nameof(RefundFindingKind.Pending))]
    [InlineData("failed", nameof(RefundFindingKind.Refused))]
    [InlineData("something", nameof(RefundFindingKind.Unknown))]
    public void Refund_events_name_our_refund(string status, string kind)
    {
        var id = Guid.CreateVersion7();
        var inbound = Signed("refund.updated", $$$"""{"object":"refund","id":"re_1","status":"{{{status}}}","metadata":{"refund_id":"{{{id}}}","reference":"BK1"}}""");
        inbound.Reference.ShouldBe("BK1");
        inbound.Finding.ShouldBeNull();
        inbound.Refund!.RefundId.ShouldBe(id);
        (inbound.Refund.Finding.Kind.ToString(), inbound.Refund.Finding.GatewayReference).ShouldBe((kind, "re_1"));
    }

    [Fact]
    public void An_event_nobody_asked_for_is_accepted_and_means_nothing()
    {
        var inbound = Signed("customer.created", """{"object":"customer","id":"cus"}""");
        (inbound.Verdict, inbound.Finding, inbound.Refund).ShouldBe((InboundVerdict.Verified, null, null));
    }

    [Fact]
    public void A_wrong_secret_is_forged() => Event("""{"id":"evt"}""", At, "t=1800000000,v1=" + new string('a', 64)).Verdict.ShouldBe(InboundVerdict.Forged);

    [Fact]
    public void Signed_nonsense_is_unreadable() => Event("nonsense", At, Header("nonsense")).Verdict.ShouldBe(InboundVerdict.Unreadable);

    private static byte[] Payload() => Encoding.UTF8.GetBytes(Vectors.Named("stripe", "checkout.session.completed").Text("payload"));

    private static Inbound Signed(string type, string about)
    {
        var body = $$$"""{"id":"evt_1","object":"event","type":"{{{type}}}","data":{"object":{{{about}}} } }""";
        return Event(body, At, Header(body));
    }

    private static string Header(string body) => $"t=1800000000,v1={Convert.ToHexStringLower(FixedTime.HmacSha256(Secret, "1800000000." + body))}";

    private static Inbound Event(string body, DateTimeOffset now, string header) =>
        StripeEvents.Read(Samples.Json(body, ("stripe-signature", header)) with { ReceivedAt = now }, Samples.Stripe, new StripeOptions());
}
