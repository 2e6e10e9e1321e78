using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>One drawn character: its shape, and the text it stands for.</summary>
internal readonly record struct Shaped(Rune Shape, string Text);

/// <summary>
/// Puts a line's characters in the order in which they are drawn, from left to right. Latin text stays as it is; stretches in Arabic script
/// are joined and turned around, the numbers in them are not.
/// </summary>
internal static class TextShaping
{
    private const string Space = " ";
    private const char UnbreakableSpace = '\u00a0';

    public static List<Shaped> Order(string text)
    {
        var characters = text.Normalize(NormalizationForm.FormC).EnumerateRunes().Where(rune => !Rune.IsControl(rune)).ToList();
        var line = new List<Shaped>(characters.Count);
        for (var at = 0; at < characters.Count;)
        {
            var end = EndOfStretch(characters, at);
            if (end > at)
            {
                end = WithClosingBracket(characters, at, end);
                line.AddRange(Turn(Join([.. characters[at..end].Where(rune => !ArabicForms.IsMark(rune.Value))])));
            }
            else
            {
                line.Add(Plain(characters[end++]));
            }

            at = end;
        }

        return line;
    }

    // From a right-to-left letter to the last one of its stretch: blanks, points and figures within belong to it.
    private static int EndOfStretch(List<Rune> characters, int start)
    {
        var end = start;
        for (var at = start; at < characters.Count && (at > start || ArabicForms.IsRightToLeft(characters[at].Value)); at++)
        {
            if (ArabicForms.IsRightToLeft(characters[at].Value))
                end = at + 1;
            else if (Rune.IsLetter(characters[at]))
                break;
        }

        return end;
    }

    // What was opened within the stretch is closed in it.
    private static int WithClosingBracket(List<Rune> characters, int start, int end)
    {
        var open = characters[start..end].Sum(rune => rune.Value == '(' ? 1 : rune.Value == ')' ? -1 : 0);
        return open > 0 && end < characters.Count && characters[end].Value == ')' ? end + 1 : end;
    }

    private static List<Shaped> Join(List<Rune> word)
    {
        var joined = new List<Shaped>(word.Count);
        for (var at = 0; at < word.Count; at++)
        {
            var letter = word[at].Value;
            var before = at > 0 && ArabicForms.JoinsAfter(word[at - 1].Value) && ArabicForms.JoinsBefore(letter);
            var next = at + 1 < word.Count ? word[at + 1].Value : 0;
            if (letter == ArabicForms.Lam && ArabicForms.LamAnd(next, before) is { } both)
            {
                joined.Add(new Shaped(new Rune(both), $"{word[at + 1]}{word[at]}")); // readers turn each line around, character by character
                at++;
                continue;
            }

            var after = ArabicForms.JoinsAfter(letter) && ArabicForms.JoinsBefore(next);
            joined.Add(new Shaped(new Rune(ArabicForms.Shape(letter, before, after)), Plain(word[at]).Text));
        }

        return joined;
    }

    private static List<Shaped> Turn(List<Shaped> stretch)
    {
        var turned = new List<Shaped>(stretch.Count);
        for (var end = stretch.Count; end > 0;)
        {
            var start = end - 1;
            if (IsFigure(stretch[start]))
            {
                while (start > 0 && IsFigure(stretch[start - 1]))
                    start--;
            }

            turned.AddRange(stretch[start..end].Select(Mirror));
            end = start;
        }

        return turned;
    }

    private static Shaped Mirror(Shaped shaped) => shaped.Shape.Value switch
    {
        '(' => new Shaped(new Rune(')'), ")"),
        ')' => new Shaped(new Rune('('), "("),
        _ => shaped,
    };

    private static bool IsFigure(Shaped shaped) => Rune.IsDigit(shaped.Shape);

    private static Shaped Plain(Rune character) => new(character, character.Value == UnbreakableSpace ? Space : character.ToString());
}
