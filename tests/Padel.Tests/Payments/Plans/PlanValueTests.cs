using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;
using Padel.Payments.Plans;

namespace Padel.Tests.Payments.Plans;

public sealed class PlanValueTests
{
    private static readonly Arbitrary<(int Price, int[] Uses)> Packages =
        (from price in Gen.Choose(1, 20_000_000)
         from uses in Gen.Choose(1, 240).NonEmptyListOf()
         select (price, uses.ToArray())).ToArbitrary();

    [Fact]
    public void All_uses_together_make_what_was_paid() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Packages, package => UseUp(package.Price, package.Uses).Sum() == package.Price));

    [Fact]
    public void Each_use_costs_its_minutes_to_the_paisa() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Packages, package =>
            UseUp(package.Price, package.Uses).Zip(package.Uses)
                .All(use => Math.Abs(use.First - ((decimal)package.Price * use.Second / package.Uses.Sum())) <= package.Uses.Length)));

    [Fact]
    public void What_comes_back_in_parts_is_the_whole_in_the_end() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(1, 9_000_000).ToArbitrary(), Gen.Choose(1, 1_000_000).NonEmptyListOf().ToArbitrary(), (used, parts) =>
            {
                long paid = parts.Sum(part => (long)part), refunded = 0, back = 0;
                foreach (var part in parts)
                {
                    refunded += part;
                    var more = PlanValue.Back(used, refunded, paid, back);
                    if (more < 0)
                        return false;
                    back += more;
                }

                return back == used;
            }));

    [Fact]
    public void Ten_hours_for_sixty_thousand_are_worth_a_hundred_a_minute() =>
        PlanValue.Of(Rupees(60_000), 600, 90).ShouldBe(Rupees(9_000));

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void More_minutes_than_there_are_cannot_be_used(int minutes) =>
        Should.Throw<ArgumentOutOfRangeException>(() => PlanValue.Of(Rupees(60_000), 600, minutes));

    [Theory]
    [InlineData(9_000, 90)]
    [InlineData(4_500, 45)]
    [InlineData(1, 1)] // begun minutes count
    public void A_part_of_the_price_takes_its_part_of_the_minutes(long amount, int minutes) =>
        PlanValue.MinutesFor(90, Rupees(amount), Rupees(9_000)).ShouldBe(minutes);

    private static List<long> UseUp(int price, int[] uses)
    {
        var (value, minutes) = (new Money(price, Currency.Pkr), uses.Sum());
        var taken = new List<long>();
        foreach (var use in uses)
        {
            var one = PlanValue.Of(value, minutes, use);
            taken.Add(one.AmountMinor);
            value -= one;
            minutes -= use;
        }

        return taken;
    }

    private static Money Rupees(long amount) => Money.Major(amount, Currency.Pkr);
}
