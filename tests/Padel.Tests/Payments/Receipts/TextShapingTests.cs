using Padel.Payments.Receipts.Pdf;

namespace Padel.Tests.Payments.Receipts;

public sealed class TextShapingTests
{
    [Fact]
    public void Latin_text_is_drawn_as_it_stands() => Drawn("Zoë, 18:00").ShouldBe("Zoë, 18:00");

    [Fact]
    public void Urdu_letters_join_and_run_from_right_to_left() =>
        Shapes("بہت").ShouldBe([0xFE96, 0xFBA9, 0xFE91]); // last teh, middle heh, first beh

    [Fact]
    public void A_letter_that_joins_nothing_after_it_ends_a_shape() =>
        Shapes("دب").ShouldBe([0xFE8F, 0xFEA9]); // both stand alone

    [Fact]
    public void Lam_and_alef_are_one_shape() => Shapes("لا").ShouldBe([0xFEFB]);

    [Fact]
    public void Figures_within_urdu_keep_their_order() => Drawn("فیز 15 ب").ShouldContain("15");

    [Fact]
    public void Brackets_around_urdu_are_mirrored()
    {
        var drawn = Drawn("ب (د)");
        drawn[0].ShouldBe('(');
        drawn.IndexOf(')').ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Latin_beside_urdu_keeps_its_place() => Drawn("Sara ب Khan").ShouldBe("Sara ب Khan");

    private static string Drawn(string text) => string.Concat(TextShaping.Order(text).Select(one => one.Text));

    private static int[] Shapes(string text) => [.. TextShaping.Order(text).Select(one => one.Shape.Value)];
}
