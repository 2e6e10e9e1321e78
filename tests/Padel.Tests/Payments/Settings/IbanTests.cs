using Padel.Payments.Settings;

namespace Padel.Tests.Payments.Settings;

public sealed class IbanTests
{
    [Theory]
    [InlineData("PK36 SCBL 0000 0011 2345 6702", "PK36SCBL0000001123456702")]
    [InlineData("pk36scbl0000001123456702", "PK36SCBL0000001123456702")]
    [InlineData("AE07 0331 2345 6789 0123 456", "AE070331234567890123456")]
    [InlineData("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819")]
    public void An_account_number_is_read_in_any_spelling(string text, string iban) => Iban.Read(text).ShouldBe(iban);

    [Theory]
    [InlineData("PK36 SCBL 0000 0011 2345 6703")]
    [InlineData("PK63 SCBL 0000 0011 2345 6702")]
    [InlineData("PK36 SCBL 0000 0011 2345 67")]
    [InlineData("0011 2345 6702")]
    [InlineData("")]
    [InlineData("PK36-SCBL-0000-0011-2345-6702")]
    public void A_number_with_an_error_is_refused(string text) => Iban.Read(text).ShouldBeNull();
}
