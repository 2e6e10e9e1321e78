using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;
using Padel.Payments.Ledger;
using Padel.Payments.Receipts;

namespace Padel.Tests.Payments.Receipts;

public sealed class ReceiptNumbersTests
{
    [Theory]
    [InlineData("Margalla Padel Club", "MPC")]
    [InlineData("The Big Court Company of Lahore", "TBCC")]
    [InlineData("پیڈل کلب", "R")]
    public void A_club_that_chose_no_prefix_has_its_initials(string club, string prefix) =>
        ReceiptLabel.Of("", club, 2026, 7).ShouldBe($"{prefix}-2026-000007");

    [Fact]
    public void A_number_beyond_a_million_is_not_cut() => ReceiptLabel.Of("MPC", "", 2026, 1_234_567).ShouldBe("MPC-2026-1234567");

    [Fact]
    public void Of_receipts_issued_at_once_the_later_one_sorts_later()
    {
        var ids = Enumerable.Range(100, 50).Select(number => ReceiptId.New(Sales.Now, number)).ToList();
        ids.Select(id => id.ToString()).ShouldBeInOrder();
        ids.ShouldBeUnique();
        ids.ShouldAllBe(id => id.Version == 7);
    }

    [Fact]
    public void Codes_do_not_repeat_and_read_back_as_people_type_them()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => VerificationCode.New()).ToList();
        codes.ShouldBeUnique();
        foreach (var code in codes)
            VerificationCode.Read($" {code[..5].ToLowerInvariant()}-{code[5..10]} {code[10..]}").ShouldBe(code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("7KQ2M")]
    [InlineData("7KQ2MX9R7KQ2MX9RABCDE")]
    [InlineData("7KQ2MX9R7KQ2MX9RABC0")]
    public void What_can_be_no_code_is_not_looked_up(string text) => VerificationCode.Read(text).ShouldBeNull();

    [Fact]
    public void Contained_tax_and_what_is_left_make_the_amount_and_their_ratio_is_the_rate() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>().Filter(amount => amount >= 0), Gen.Choose(0, 10_000).ToArbitrary(), (amount, rate) =>
            {
                var tax = ContainedTax.In(new Money(amount, Currency.Pkr), rate).AmountMinor;
                var exact = (decimal)amount * rate / (10_000 + rate);
                return tax >= 0 && tax <= amount && Math.Abs(tax - exact) <= 0.5m;
            }));
}
