using System.Globalization;
using Padel.Kernel;
using Padel.Payments.Gateways;
using Padel.Payments.Gateways.Stripe;

namespace Padel.Tests.Payments.Gateways;

public sealed class AmountTests
{
    [Fact]
    public void One_price_in_each_dialect()
    {
        foreach (var vector in Vectors.Of("amounts"))
        {
            var price = new Money((long)(decimal.Parse(vector.Text("pkr"), CultureInfo.InvariantCulture) * 100), Currency.Pkr);
            Amounts.Minor(price).ShouldBe(vector.Text("jazzcash"));
            Amounts.OneDecimal(price).ShouldBe(vector.Text("easypaisa_hosted"));
            Amounts.TwoDecimals(price).ShouldBe(vector.Text("easypaisa_rest"));
            Amounts.TwoDecimals(price).ShouldBe(vector.Text("payfast"));
            StripeAmount.Of(price).ShouldBe(vector.GetProperty("stripe").GetInt64());
        }
    }

    [Fact]
    public void Stripe_counts_some_currencies_in_other_units()
    {
        foreach (var sample in Vectors.Named("stripe", "amount rules").GetProperty("cases").EnumerateArray())
            StripeAmount.Of(decimal.Parse(sample.Text("amount"), CultureInfo.InvariantCulture), sample.Text("currency"))
                .ShouldBe(sample.GetProperty("unit_amount").GetInt64());
    }

    [Fact]
    public void An_amount_finer_than_the_unit_is_refused() => Should.Throw<ArgumentException>(() => StripeAmount.Of(0.005m, "pkr"));

    [Fact]
    public void Texts_are_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ur-PK-u-nu-arabext");
            Amounts.TwoDecimals(new Money(123450, Currency.Pkr)).ShouldBe("1234.50");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Amounts.OneDecimal(new Money(123450, Currency.Pkr)).ShouldBe("1234.5");
            Amounts.TryReadMajor("1234.5", null, out var read).ShouldBeTrue();
            read.AmountMinor.ShouldBe(123450);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1,000")]
    [InlineData("1e9")]
    [InlineData("12.345")]
    [InlineData("")]
    [InlineData("99999999999999999999")]
    public void What_is_no_amount_is_not_read(string text)
    {
        Amounts.TryReadMajor(text, null, out _).ShouldBeFalse();
        Amounts.TryReadMinor(text, null, out _).ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_currency_is_no_amount() => Amounts.TryReadMinor("100", "XYZ", out _).ShouldBeFalse();
}
