using System.Text.RegularExpressions;
using Padel.Payments.Paying;

namespace Padel.Tests.Payments.Paying;

public sealed partial class AttemptTests
{
    [Fact]
    public void References_fit_every_gateway_and_are_all_different()
    {
        var references = Enumerable.Range(0, 2000).Select(_ => AttemptReference.New(Attempts.Noon)).ToList();
        references.ShouldAllBe(reference => Fits().IsMatch(reference));
        references.Distinct().Count().ShouldBe(references.Count);
    }

    [Fact]
    public void Later_references_sort_later() =>
        string.CompareOrdinal(AttemptReference.New(Attempts.Noon), AttemptReference.New(Attempts.Noon.AddMilliseconds(1))).ShouldBeLessThan(0);

    [Fact]
    public void Gateways_are_asked_ever_more_seldom_once_at_the_end_and_for_a_day_after()
    {
        var (payment, now, asked) = (Attempts.New(), Attempts.Noon, new List<double>());
        while (InquirySchedule.Next(payment, now) is { } next && asked.Count < 100)
        {
            asked.Add((next - Attempts.Noon).TotalMinutes);
            (payment, now) = (payment with { Inquiries = payment.Inquiries + 1 }, next);
        }

        asked.Take(6).ShouldBe([0.5, 1, 2, 4, 9, 15]); // the last before the time is over, at 15 minutes exactly
        asked.Count.ShouldBeInRange(12, 20);
        asked[^1].ShouldBeLessThanOrEqualTo(15 + (24 * 60));
    }

    [Theory]
    [InlineData("jazzcash", "0300 1234567", "123456", null)]
    [InlineData("jazzcash", null, null, null)] // on the gateway's own page
    [InlineData("jazzcash", "0300 1234567", null, "cnicLast6")]
    [InlineData("jazzcash", null, "123456", "phone")]
    [InlineData("jazzcash", "0300 1234567", "12345", "cnicLast6")]
    [InlineData("jazzcash", "0300 1234567", "12345a", "cnicLast6")]
    [InlineData("easypaisa", "0511234567", null, "phone")]
    [InlineData("easypaisa", "+447911123456", null, "phone")]
    [InlineData("easypaisa", "+923451234567", null, null)]
    public void What_the_payer_types_is_checked_by_field(string method, string? phone, string? cnic, string? field)
    {
        var error = new StartPaymentRequest("booking", method, BookingId: Guid.CreateVersion7(), Phone: phone, CnicLast6: cnic).Invalid();
        error?.Fields!.Keys.ShouldBe([field!]); // fields are set on a 400
        (error is null).ShouldBe(field is null);
    }

    [Fact]
    public void What_the_payer_typed_is_in_no_text_and_not_in_what_is_kept()
    {
        var request = new StartPaymentRequest("booking", "jazzcash", Guid.CreateVersion7(), Phone: "03001234567", CnicLast6: "987654");
        request.ToString().ShouldNotContain("987654");
        (request.WithoutPayer.Phone, request.WithoutPayer.CnicLast6).ShouldBe((null, null));
    }

    [Fact]
    public void What_gateways_read_is_letters_digits_and_spaces()
    {
        var words = PaymentWords.Of(Attempts.New(), "Café <Padel> & Sons / F-7", "7K3QMN2P");
        words.Description.ShouldAllBe(c => char.IsAsciiLetterOrDigit(c) || c == ' ');
        words.BillReference.ShouldBe("7K3QMN2P");
    }

    [GeneratedRegex("^[A-Z0-9]{6,20}$")]
    private static partial Regex Fits();
}
