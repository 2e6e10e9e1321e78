using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Padel.Kernel;

namespace Padel.Tests.Kernel;

public sealed class MoneyTests
{
    private static readonly Gen<int[]> Weights =
        Gen.Choose(1, 8).SelectMany(count => Gen.Choose(0, 1000).ArrayOf(count)).Where(weights => weights.Any(weight => weight > 0));

    [Fact]
    public void Parts_always_add_up_and_none_is_off_by_more_than_one() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            (from amount in Gen.Choose(-100_000_000, 100_000_000) from weights in Weights select (amount, weights)).ToArbitrary(),
            drawn =>
            {
                var parts = Pkr(drawn.amount).Allocate(drawn.weights);
                var total = drawn.weights.Sum();
                return parts.Sum(part => part.AmountMinor) == drawn.amount
                    && parts.Zip(drawn.weights).All(pair =>
                        Math.Abs(pair.First.AmountMinor - ((decimal)drawn.amount * pair.Second / total)) < 1);
            }));

    [Fact]
    public void The_first_takes_what_cannot_be_split() =>
        Pkr(500_000).Allocate(1, 1, 1).ShouldBe([Pkr(166_667), Pkr(166_667), Pkr(166_666)]);

    [Fact]
    public void Without_a_weight_there_is_nothing_to_split_by()
    {
        Should.Throw<ArgumentException>(() => Pkr(1).Allocate());
        Should.Throw<ArgumentException>(() => Pkr(1).Allocate(0, 0));
        Should.Throw<ArgumentException>(() => Pkr(1).Allocate(2, -1));
    }

    [Theory]
    [InlineData(900_000, 50, 450_000)]
    [InlineData(450_100, 50, 225_100)] // Rs 2,250.50 rounds up to whole rupees
    [InlineData(450_100, 100, 450_100)]
    [InlineData(450_100, 0, 0)]
    [InlineData(100, 49, 0)]
    public void A_percentage_is_whole_rupees(long amount, int percent, long expected) =>
        Pkr(amount).Percent(percent).ShouldBe(Pkr(expected));

    [Fact]
    public void In_json_an_amount_is_minor_units_and_the_code()
    {
        var json = JsonSerializer.Serialize(Pkr(900_000), JsonSerializerOptions.Web);
        json.ShouldBe("""{"amountMinor":900000,"currency":"PKR"}""");
        JsonSerializer.Deserialize<Money>(json, JsonSerializerOptions.Web).ShouldBe(Pkr(900_000));
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Money>("""{"amountMinor":1,"currency":"XXX"}""", JsonSerializerOptions.Web));
    }

    [Fact]
    public void Currencies_do_not_mix() =>
        Should.Throw<InvalidOperationException>(() => Pkr(1) + Money.Major(1, Currency.Of("USD")));

    [Fact]
    public void An_amount_never_wraps_round() => Should.Throw<OverflowException>(() => Pkr(long.MaxValue) + Pkr(1));

    private static Money Pkr(long minor) => new(minor, Currency.Pkr);
}
