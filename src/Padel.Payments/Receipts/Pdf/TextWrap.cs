namespace Padel.Payments.Receipts.Pdf;

/// <summary>Breaks text into lines that fit; what is too much ends in an ellipsis.</summary>
internal static class TextWrap
{
    private const string Ellipsis = "…";

    public static List<string> Lines(string text, TextStyle style, double width, int most)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && !Fits(longer, style, width))
            {
                lines.Add(line);
                line = word;
            }
            else
            {
                line = longer;
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        var cut = lines.Count > most;
        return [.. lines.Take(most).Select((one, index) => Shorten(one, cut && index == most - 1, style, width))];
    }

    private static string Shorten(string line, bool cut, TextStyle style, double width)
    {
        if (!cut && Fits(line, style, width))
            return line;
        while (line.Length > 0 && !Fits(line + Ellipsis, style, width))
            line = line[..^(line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        return line.TrimEnd(' ', ',') + Ellipsis;
    }

    private static bool Fits(string text, TextStyle style, double width) => FontBook.Width(text, style.Face, style.Size) <= width;
}
