using Padel.Payments.Gateways;
using Padel.Payments.Gateways.EasyPaisa;
using Padel.Payments.Gateways.JazzCash;
using Padel.Payments.Gateways.PayFast;

namespace Padel.Tests.Payments.Gateways;

/// <summary>What a gateway's words mean for a payment. What nobody knows is unknown, never failed.</summary>
public sealed class CodeTableTests
{
    [Theory]
    [InlineData("000", nameof(FindingKind.Paid))]
    [InlineData("200", nameof(FindingKind.Paid))]
    [InlineData("121", nameof(FindingKind.Unknown))] // means paid in a notification only
    [InlineData("124", nameof(FindingKind.Pending))]
    [InlineData("157", nameof(FindingKind.Pending))]
    [InlineData("004", nameof(FindingKind.Failed))]
    [InlineData("002", nameof(FindingKind.Failed))]
    [InlineData("116", nameof(FindingKind.Expired))]
    [InlineData("115", nameof(FindingKind.Failed))]
    [InlineData("422", nameof(FindingKind.Unknown))]
    [InlineData("055", nameof(FindingKind.Unknown))]
    [InlineData("199", nameof(FindingKind.Unknown))]
    [InlineData("999", nameof(FindingKind.Unknown))]
    [InlineData("777", nameof(FindingKind.Unknown))]
    [InlineData("", nameof(FindingKind.Unknown))]
    public void Jazzcash_answers(string code, string kind) => JazzCashCodes.Judge(code, JazzCashPlace.Answer).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("121", nameof(FindingKind.Paid))]
    [InlineData("000", nameof(FindingKind.Unknown))]
    [InlineData("199", nameof(FindingKind.Unknown))]
    [InlineData("122", nameof(FindingKind.Reversed))]
    [InlineData("126", nameof(FindingKind.Disputed))]
    [InlineData("131", nameof(FindingKind.Refunded))]
    public void Jazzcash_notifications(string code, string kind) => JazzCashCodes.Judge(code, JazzCashPlace.Notification).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("101")]
    [InlineData("110")]
    [InlineData("115")]
    public void An_inquiry_refused_says_nothing_about_the_payment(string code) =>
        JazzCashCodes.Judge(code, JazzCashPlace.Inquiry).Kind.ShouldBe(FindingKind.Unknown);

    [Theory]
    [InlineData("004", true)]
    [InlineData("112", true)]
    [InlineData("002", false)]
    [InlineData("101", false)]
    public void Who_may_try_the_same_way_again(string code, bool canRetry) => JazzCashCodes.Judge(code, JazzCashPlace.Answer).CanRetry.ShouldBe(canRetry);

    [Theory]
    [InlineData("0013", nameof(FindingKind.Failed))]
    [InlineData("0001", nameof(FindingKind.Unknown))]
    [InlineData("0003", nameof(FindingKind.Unknown))]
    [InlineData("0000", nameof(FindingKind.Unknown))] // an inquiry says whether it is paid
    [InlineData("0999", nameof(FindingKind.Unknown))]
    public void Easypaisa_answers(string code, string kind) => EasyPaisaCodes.OfPayment(code).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("PAID", nameof(FindingKind.Paid))]
    [InlineData("paid", nameof(FindingKind.Paid))]
    [InlineData("PENDING", nameof(FindingKind.Pending))]
    [InlineData("INITIATED", nameof(FindingKind.Pending))]
    [InlineData("FAILED", nameof(FindingKind.Failed))]
    [InlineData("BLOCKED", nameof(FindingKind.Failed))]
    [InlineData("EXPIRED", nameof(FindingKind.Expired))]
    [InlineData("DROPPED", nameof(FindingKind.Expired))]
    [InlineData("REVERSED", nameof(FindingKind.Reversed))]
    [InlineData("WHATEVER", nameof(FindingKind.Unknown))]
    public void Easypaisa_states(string state, string kind) => EasyPaisaCodes.OfState(state).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("0003", nameof(FindingKind.NotFound))]
    [InlineData("0010", nameof(FindingKind.Unknown))]
    [InlineData("0001", nameof(FindingKind.Unknown))]
    [InlineData(null, nameof(FindingKind.Unknown))]
    public void An_easypaisa_inquiry_that_failed(string? code, string kind) => EasyPaisaCodes.OfFailedInquiry(code).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("000", nameof(FindingKind.Paid))]
    [InlineData("00", nameof(FindingKind.Paid))]
    [InlineData("001", nameof(FindingKind.Pending))]
    [InlineData("002", nameof(FindingKind.Unknown))]
    [InlineData("97", nameof(FindingKind.Failed))]
    [InlineData("03", nameof(FindingKind.Failed))]
    [InlineData("4711", nameof(FindingKind.Unknown))]
    [InlineData("", nameof(FindingKind.Unknown))]
    public void Payfast_codes(string code, string kind) => PayFastCodes.Judge(code).Kind.ToString().ShouldBe(kind);

    [Fact]
    public void Every_finding_has_words_for_the_player()
    {
        for (var code = 0; code < 1000; code++)
            JazzCashCodes.Judge(code.ToString("D3", System.Globalization.CultureInfo.InvariantCulture), JazzCashPlace.Answer).Text.ShouldNotBeNullOrWhiteSpace();
    }
}
