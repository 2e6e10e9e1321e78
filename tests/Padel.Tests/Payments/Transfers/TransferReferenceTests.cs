using FsCheck;
using FsCheck.Fluent;
using Padel.Payments.Transfers;

namespace Padel.Tests.Payments.Transfers;

public sealed class TransferReferenceTests
{
    [Fact]
    public void Every_new_reference_is_valid_and_has_no_look_alikes()
    {
        var references = Enumerable.Range(0, 5_000).Select(_ => TransferReference.New()).ToList();

        references.ShouldAllBe(reference => TransferReference.IsValid(reference));
        references.ShouldBeUnique();
        references.SelectMany(reference => reference).Distinct().ShouldAllBe(c => !"01IOLUVYQSZGB".Contains(c));
    }

    [Fact]
    public void Every_single_wrong_character_is_found()
    {
        for (var n = 0; n < 200; n++)
        {
            var reference = TransferReference.New();
            var wrong = from place in Enumerable.Range(0, reference.Length)
                        from other in TransferReference.Alphabet
                        where other != reference[place]
                        select reference[..place] + other + reference[(place + 1)..];
            wrong.ShouldAllBe(text => !TransferReference.IsValid(text));
        }
    }

    [Fact]
    public void Every_two_characters_that_changed_places_are_found()
    {
        for (var n = 0; n < 500; n++)
        {
            var reference = TransferReference.New();
            for (var left = 0; left < reference.Length; left++)
            {
                for (var right = left + 1; right < reference.Length; right++)
                {
                    var swapped = reference.ToCharArray();
                    (swapped[left], swapped[right]) = (swapped[right], swapped[left]);
                    if (reference[left] != reference[right])
                        TransferReference.IsValid(new string(swapped)).ShouldBeFalse($"{reference} with {left} and {right} swapped");
                }
            }
        }
    }

    [Theory]
    [InlineData("IBFT FROM ALI RAZA {0} MOBILE")]
    [InlineData("{0}")]
    [InlineData("ref:{0}/padel")]
    [InlineData("REF{0}")]
    [InlineData("1234567890{0}00")]
    public void A_reference_is_found_in_what_a_bank_makes_of_it(string line)
    {
        var reference = TransferReference.New();

        TransferReference.FindIn(string.Format(null, line, reference)).ShouldContain(reference);
        TransferReference.FindIn(string.Format(null, line, reference.ToLowerInvariant())).ShouldContain(reference);
    }

    [Fact]
    public void A_reference_in_pieces_is_found()
    {
        var reference = TransferReference.New();

        TransferReference.FindIn($"from Sara {reference[..4]}-{reference[4..]} thanks").ShouldContain(reference);
        TransferReference.FindIn($"{reference[..2]} {reference[2..4]} {reference[4..6]} {reference[6..]}").ShouldContain(reference);
    }

    [Theory]
    [InlineData('2', 'Z')]
    [InlineData('5', 's')]
    [InlineData('6', 'G')]
    [InlineData('8', 'B')]
    public void A_letter_that_was_read_for_a_digit_is_understood(char ours, char written)
    {
        var reference = Enumerable.Range(0, 10_000).Select(_ => TransferReference.New()).First(text => text.Contains(ours));

        TransferReference.FindIn("pay " + reference.Replace(ours, written)).ShouldContain(reference);
    }

    [Fact]
    public void Any_text_can_be_searched() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => TransferReference.FindIn(text ?? "").All(TransferReference.IsValid)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("2222222")]
    [InlineData("222222222")]
    [InlineData("2222222O")]
    public void What_has_not_the_form_is_no_reference(string text) => TransferReference.IsValid(text).ShouldBeFalse();
}
