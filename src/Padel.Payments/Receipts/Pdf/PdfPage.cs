using System.Globalization;
using System.Text;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>Red, green, blue from 0 to 1.</summary>
internal readonly record struct Ink(double Red, double Green, double Blue);

internal readonly record struct TextStyle(Face Face, double Size, Ink Ink);

/// <summary>One page in points, measured from its top left corner, as people lay out a page.</summary>
internal sealed class PdfPage(FontBook fonts, double width, double height)
{
    // Circles are drawn by four curves with handles of this length.
    private const double Roundness = 0.5523;
    private readonly StringBuilder _content = new();

    public double Width { get; } = width;

    public double Height { get; } = height;

    public byte[] Content => Encoding.ASCII.GetBytes(_content.ToString());

    /// <param name="baseline">From the top of the page.</param>
    public void Text(double x, double baseline, string text, TextStyle style)
    {
        var pieces = fonts.Set(text, style.Face);
        if (pieces.Count == 0)
            return;
        Write($"BT {style.Ink.Red:0.###} {style.Ink.Green:0.###} {style.Ink.Blue:0.###} rg {x:0.##} {Height - baseline:0.##} Td\n");
        foreach (var piece in pieces)
            Write($"/{piece.Font.Resource} {style.Size:0.##} Tf <{piece.Glyphs}> Tj\n");
        Write($"ET\n");
    }

    public void TextEndingAt(double x, double baseline, string text, TextStyle style) =>
        Text(x - FontBook.Width(text, style.Face, style.Size), baseline, text, style);

    public void Rectangle(double x, double top, double width, double height, Ink ink) =>
        Write($"{ink.Red:0.###} {ink.Green:0.###} {ink.Blue:0.###} rg {x:0.##} {Height - top - height:0.##} {width:0.##} {height:0.##} re f\n");

    public void Rule(double x, double y, double width, Ink ink, double thickness = 0.6) => Rectangle(x, y - (thickness / 2), width, thickness, ink);

    public void Line(double x1, double y1, double x2, double y2, double thickness, Ink ink) =>
        Write($"{ink.Red:0.###} {ink.Green:0.###} {ink.Blue:0.###} RG {thickness:0.##} w {x1:0.##} {Height - y1:0.##} m {x2:0.##} {Height - y2:0.##} l S\n");

    public void Disc(double x, double y, double radius, Ink ink)
    {
        var (cx, cy, r, k) = (x, Height - y, radius, radius * Roundness);
        Write($"{ink.Red:0.###} {ink.Green:0.###} {ink.Blue:0.###} rg {cx + r:0.###} {cy:0.###} m\n");
        Write($"{cx + r:0.###} {cy + k:0.###} {cx + k:0.###} {cy + r:0.###} {cx:0.###} {cy + r:0.###} c\n");
        Write($"{cx - k:0.###} {cy + r:0.###} {cx - r:0.###} {cy + k:0.###} {cx - r:0.###} {cy:0.###} c\n");
        Write($"{cx - r:0.###} {cy - k:0.###} {cx - k:0.###} {cy - r:0.###} {cx:0.###} {cy - r:0.###} c\n");
        Write($"{cx + k:0.###} {cy - r:0.###} {cx + r:0.###} {cy - k:0.###} {cx + r:0.###} {cy:0.###} c f\n");
    }

    /// <summary>Draws only within this area until <see cref="EndClip"/>.</summary>
    public void Clip(double x, double top, double width, double height) =>
        Write($"q {x:0.##} {Height - top - height:0.##} {width:0.##} {height:0.##} re W n\n");

    public void EndClip() => Write($"Q\n");

    /// <summary>Squares of a QR code: neighbours in a row are one rectangle, so that no hair line shows between them.</summary>
    public void Squares(double x, double top, double size, IReadOnlyList<System.Collections.BitArray> rows, Ink ink)
    {
        var side = size / rows.Count;
        Write($"{ink.Red:0.###} {ink.Green:0.###} {ink.Blue:0.###} rg\n");
        for (var row = 0; row < rows.Count; row++)
        {
            for (var from = 0; from < rows[row].Count; from++)
            {
                var to = from;
                while (to < rows[row].Count && rows[row][to])
                    to++;
                if (to > from)
                    Write($"{x + (from * side):0.####} {Height - top - ((row + 1) * side):0.####} {(to - from) * side:0.####} {side:0.####} re\n");
                from = to;
            }
        }

        Write($"f\n");
    }

    private void Write(FormattableString operators) => _content.Append(operators.ToString(CultureInfo.InvariantCulture));
}
